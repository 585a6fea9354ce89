/// The planning engine: what a plan says, what depends on what, when everything happens, what moved and why, and how sure we are.
@_exported import PlanComparison
@_exported import PlanGraph
@_exported import PlanModel
@_exported import PlanSchedule
@_exported import PlanSimulation
