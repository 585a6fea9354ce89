import Foundation

/// A small plan with everything in it that can place an activity besides links and dates: maximal lags (one broken), an
/// expected finish, a suspension, as late as possible, a summary, a hammock, dates from other plans, dates to finish by.
let harbour = """
  milepost: 1
  name: Harbour terminal
  language: en
  source: contract
  status-date: 2024-03-01
  default-calendar: weekdays
  must-finish-by: 2024-07-31
  projects:
    quay:
      name: Quay
      activities:
        piles: { name: Piling, duration: 20d, actual-start: 2024-01-15, suspend: 2024-02-02, resume: 2024-03-11 }
        survey: { name: Survey, duration: 5d, actual-start: 2024-02-26, expected-finish: 2024-03-15 }
        works: { name: Concrete works, summary: yes }
        mix: { name: Mix concrete, part-of: works, duration: 1d, after: [piles] }
        pour: { name: Pour slab, part-of: works, duration: 2d..3d..6d }
        cure: { name: Cure, part-of: works, duration: 10d, after: [pour] }
        cranes: { name: Install cranes, duration: 15d, after: [cure SS+5d, survey] }
        bollards: { name: Bollards, duration: 4d, as-late-as-possible: yes, after: [cure] }
        test: { name: Load test, duration: 6d, after: [cranes FF+2d, bollards, permit] }
        permit: { name: Permit, milestone: finish, planned: 2024-05, external-late-finish: 2024-06-14 }
        site-office: { name: Site office, hammock: yes }
        open: { name: Quay open, milestone: finish, after: [test], target: 2024-06-30 }
    rail:
      name: Rail link
      must-finish-by: 2024-06-28
      activities:
        track: { name: Lay track, duration: 25d, external-early-start: 2024-04-02 }
        signals: { name: Signals, duration: 12d, after: [track SS+5d, track FF+3d] }
        open: { name: First train, milestone: finish, after: [signals, quay.open] }
  links:
    - { from: quay.mix, to: quay.pour, max: 1d }
    - { from: quay.permit, to: quay.pour }
    - { from: quay.pour, to: quay.site-office, type: SS }
    - { from: quay.test, to: quay.site-office, type: FF }
    - { from: quay.survey, to: quay.cranes, max: 10d }
  """

/// The same with a longest lag that nothing breaks: where a predecessor that cannot move breaks one, what follows it has
/// less than no float.
let calmHarbour = harbour.replacingOccurrences(of: "max: 10d", with: "max: 200d")
