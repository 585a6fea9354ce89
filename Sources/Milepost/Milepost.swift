/// The planning engine: what a plan says, what depends on what, when everything happens, and what moved and why.
@_exported import PlanComparison
@_exported import PlanGraph
@_exported import PlanModel
@_exported import PlanSchedule
