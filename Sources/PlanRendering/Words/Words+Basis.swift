public import PlanModel

extension Words {
  /// `oppgitt`, `oppgitt uten kilde`, `forutsatt`, `hva-om`, `ukjent`.
  public func basis(_ basis: Basis) -> String {
    switch basis {
    case .stated: pick("oppgitt", "stated")
    case .unsourced: pick("oppgitt uten kilde", "stated without a source")
    case .assumed: pick("forutsatt", "assumed")
    case .whatIf: pick("hva-om", "what-if")
    case .unknown: pick("ukjent", "unknown")
    }
  }

  /// `oppgitt dato`, `forutsatt dato`: a date with the weight that it has.
  package func date(on basis: Basis) -> String {
    switch basis {
    case .stated: pick("oppgitt dato", "stated date")
    case .unsourced: pick("oppgitt dato uten kilde", "date stated without a source")
    case .assumed: pick("forutsatt dato", "assumed date")
    case .whatIf: pick("hva-om-dato", "what-if date")
    case .unknown: pick("ukjent dato", "unknown date")
    }
  }

  /// `holdt ikke`, `stanset`, `avlyst`, `vedtatt`.
  public func state(_ word: EventState.Word) -> String {
    switch word {
    case .missed: pick("ikke nådd", "missed")
    case .stopped: pick("stanset", "stopped")
    case .cancelled: pick("avlyst", "cancelled")
    case .taken: pick("vedtatt", "taken")
    }
  }

  /// `hard`, `myk`, `samtidig`.
  public func strength(_ strength: Strength) -> String {
    switch strength {
    case .hard: pick("må vente", "must wait")
    case .soft: pick("flytter ingen dato", "moves no date")
    case .co: pick("går samtidig", "run together")
    }
  }

  /// `slutt–start` and the like, for tables.
  public func kind(_ kind: Link.Kind) -> String {
    switch kind {
    case .finishToStart: pick("slutt–start", "finish–start")
    case .startToStart: pick("start–start", "start–start")
    case .finishToFinish: pick("slutt–slutt", "finish–finish")
    case .startToFinish: pick("start–slutt", "start–finish")
    }
  }

  /// `Release 1.1 → Oppstart SIT`, with kind, lag and strength where they are not the usual ones.
  public func link(_ link: Link) -> String {
    var text = "\(names[link.from]) → \(names[link.to])"
    var remarks: [String] = []
    if link.kind != .finishToStart { remarks.append(kind(link.kind)) }
    if let lag = link.lag, lag.thousandths != 0 { remarks.append("\(lag.isNegative ? "" : "+")\(quantity(lag))") }
    if link.strength != .hard { remarks.append(strength(link.strength)) }
    if !remarks.isEmpty { text += " (\(remarks.joined(separator: ", ")))" }
    return text
  }

  /// The bound that a constraint sets: `start tidligst`.
  public func constraint(_ kind: Constraint.Kind) -> String {
    switch kind {
    case .startNoEarlierThan: pick("start ikke før", "start no earlier than")
    case .finishNoEarlierThan: pick("slutt ikke før", "finish no earlier than")
    case .startNoLaterThan: pick("start senest", "start no later than")
    case .finishNoLaterThan: pick("slutt senest", "finish no later than")
    case .startOn: pick("start på", "start on")
    case .finishOn: pick("slutt på", "finish on")
    case .externalEarlyStart: pick("ekstern tidligste start", "external early start")
    case .externalLateFinish: pick("ekstern seneste slutt", "external late finish")
    case .pinStart: pick("fastlåst start", "pinned start")
    case .pinFinish: pick("fastlåst slutt", "pinned finish")
    }
  }

  /// Which calendar lags run on.
  public func calendar(of lag: PlanOptions.LagCalendar) -> String {
    switch lag {
    case .predecessor: pick("forgjengerens", "the predecessor's")
    case .successor: pick("etterfølgerens", "the successor's")
    case .plan: pick("planens", "the plan's")
    case .aroundTheClock: pick("døgnet rundt", "around the clock")
    }
  }

  /// What a gap between two milestones is taken as.
  public func gap(_ gap: Gap) -> String {
    switch gap {
    case .work: pick("arbeid", "work")
    case .buffer: pick("buffer", "buffer")
    case .workOf(let amount): pick("arbeid: ", "work: ") + quantity(amount)
    case .unknown: pick("ikke sagt om det er arbeid eller buffer", "not said whether it is work or buffer")
    }
  }
}
