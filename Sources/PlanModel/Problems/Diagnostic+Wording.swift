extension Diagnostic {
  /// What is wrong, with the value shown.
  public var message: String { wording.message }

  /// What to do about it, nil where nothing helpful can be said.
  public var help: String? { wording.help }

  private func value(_ index: Int) -> String { index < values.count ? values[index] : "" }

  /// "did you mean …" where value `index` holds a suggestion.
  private func suggestion(_ index: Int) -> String {
    value(index).isEmpty ? "" : "; did you mean '\(value(index))'?"
  }

  /// What there is instead: value 2 where it is given, else `usual`; nil where value 1 holds a suggestion.
  private func alternatives(_ usual: String) -> String? {
    if !value(1).isEmpty { return nil }
    return value(2).isEmpty ? usual : value(2)
  }

  /// By how many days a link is violated: value 2 the least, empty where it may hold; value 3 the most, empty where there
  /// is no limit.
  private var violation: String {
    func days(_ count: String) -> String { "\(count) \(count == "1" ? "day" : "days")" }
    let (least, most) = (value(2), value(3))
    if least.isEmpty { return most.isEmpty ? "may be violated" : "may be violated, by up to \(days(most))" }
    if most.isEmpty { return "is violated by at least \(days(least))" }
    return "is violated by \(least == most ? days(least) : "\(least) to \(days(most))")"
  }

  private var wording: (message: String, help: String?) {
    switch code {
    case .unreadableFile: ("cannot read '\(value(0))': \(value(1))", "check the path and its permissions")
    case .emptyFile:
      (
        "'\(value(0))' says nothing",
        value(1).isEmpty
          ? "a plan begins with 'milepost: 1' and 'name: …'" : "a table begins with its columns: \(value(1))"
      )
    case .invalidUTF8: ("byte \(value(0)) is not UTF-8", "save the file as UTF-8")
    case .yamlSyntax: ("\(value(0))", value(1).isEmpty ? nil : value(1))
    case .yamlFeature: ("\(value(0)) are not allowed in plans", "write the value out where it is used")
    case .nestingTooDeep: ("nested deeper than \(value(0)) levels", "a plan needs no more than a dozen")
    case .unknownKey:
      (
        "\(value(1)) has no key '\(value(0))'\(suggestion(2))",
        value(3).isEmpty ? nil : "the keys are: \(value(3))"
      )
    case .missingKey:
      ("\(value(1)) needs '\(value(0))'", value(2).isEmpty ? nil : "for example: \(value(0)): \(value(2))")
    case .duplicateKey: ("'\(value(0))' is given twice", "keep one of them")
    case .wrongType:
      ("'\(value(0))' takes \(value(1)), not \(value(2))", value(3).isEmpty ? nil : "for example: \(value(3))")
    case .quoteText: ("'\(value(0))' was cut or split here: \(value(1))", "quote this text: \"\(value(2))\"")
    case .formatVersion:
      ("this is format version \(value(0)); this build reads version \(value(1))", value(2).isEmpty ? nil : value(2))
    case .includeMissing: ("nothing matches '\(value(0))'", "includes are relative to the file that names them")
    case .badTable: ("\(value(0))", value(1).isEmpty ? nil : value(1))
    case .badIdentifier: ("'\(value(0))' is not an id", "an id is letters, digits and hyphens, a letter or digit first")
    case .badDate:
      (
        "'\(value(0))' is not a date that Milepost knows",
        value(1).isEmpty ? "for example 2023-04-30, 2023-11, 2024-Q1, november 2023, høsten 2023" : value(1)
      )
    case .badQuantity:
      (
        "'\(value(0))' is not an amount of time",
        value(1).isEmpty
          ? "a number and a unit: 30d, 6w, 2h; elapsed: 6ew, 10ed; a decimal point, not a comma" : value(1)
      )
    case .badNumber: ("'\(value(0))' is not a number", "digits with a decimal point: 275.3")
    case .badHours:
      ("'\(value(0))' are not working hours: \(value(1))", "for example \"08:00-11:30, 12:00-16:00\", or closed")
    case .badEstimate:
      ("\(value(0))", "low, likely and high must not decrease, be positive and be all working or all elapsed time")
    case .badChange: ("\(value(0))", value(1).isEmpty ? nil : value(1))
    case .notAChoice: ("'\(value(1))' is no value of '\(value(0))'\(suggestion(3))", "it is one of: \(value(2))")
    case .contradiction: ("\(value(0))", value(1).isEmpty ? "keep one of the facts" : value(1))

    case .duplicateID: ("'\(value(0))' is defined twice", "ids must be unique; rename one of them")
    case .unknownActivity:
      (
        "no activity is called '\(value(0))'\(suggestion(1))",
        alternatives("ids are project.activity, or the activity alone where it has no project")
      )
    case .unknownProject:
      (
        "no project is called '\(value(0))'\(suggestion(1))",
        alternatives("projects are defined under 'projects', or in a file that the plan includes")
      )
    case .unknownNode: ("no project or activity is called '\(value(0))'\(suggestion(1))", nil)
    case .unknownCalendar:
      ("no calendar is called '\(value(0))'\(suggestion(1))", "built in are 24h, weekdays and norway")
    case .unknownWindow:
      (
        "no window is called '\(value(0))'\(suggestion(1))",
        alternatives("windows are defined under 'windows'")
      )
    case .unknownScenario:
      ("no scenario is called '\(value(0))'\(suggestion(1))", value(2).isEmpty ? nil : "the scenarios are: \(value(2))")
    case .unknownRisk:
      ("no risk is called '\(value(0))'\(suggestion(1))", alternatives("risks are defined under 'risks'"))
    case .exclusiveScenarios:
      (
        "'\(value(0))' and '\(value(1))' exclude each other: both are alternatives of '\(value(2))'",
        "apply one of them"
      )
    case .scenarioCycle: ("scenario '\(value(0))' extends itself: \(value(1))", "remove one of these 'extends'")
    case .partOfCycle: ("'\(value(0))' is part of itself: \(value(1))", "remove one of these 'part-of'")
    case .selfLink: ("'\(value(0))' waits for itself", "remove the link")
    case .duplicateLink: ("the link \(value(0)) → \(value(1)) (\(value(2))) is given twice", "keep one of them")
    case .noSuchLink: ("there is no link \(value(0)) → \(value(1)) to drop", value(2).isEmpty ? nil : value(2))
    case .cycle: ("'\(value(0))' waits for itself: \(value(1))", "remove one of these links")
    case .infeasibleMaximum:
      (
        "no dates meet the longest lags of \(value(0)): each turn adds \(value(1))",
        "raise a 'max', shorten an activity or drop one of these links"
      )
    case .maximumBroken:
      (
        "the longest lag of \(value(0)) → \(value(1)) is exceeded by \(value(2))",
        "the predecessor cannot move; change one of the dates, or 'max'"
      )
    case .relationCycle:
      (
        "projects wait for each other: \(value(0))",
        "nothing is wrong: relations are not scheduled; links between milestones decide"
      )
    case .summaryLink: ("'\(value(0))' is a summary and cannot have links", "link its parts")
    case .emptyCalendar: ("calendar '\(value(0))' \(value(1))", "give it working hours")
    case .horizonTooLong:
      (
        "the plan reaches beyond the years 1900 to 2200\(value(0).isEmpty ? "" : ": \(value(0))")",
        "look for a duration or lag in the wrong unit"
      )
    case .slipUndated:
      (
        "'\(value(0))' has no date that could slip",
        "assume one first, for example --change '\(value(0)) planned=2023-06'"
      )
    case .slipActual: ("'\(value(0))' has happened and cannot slip", "to correct history, set 'actual'")
    case .statusDateMissing:
      ("'\(value(0))' has an actual date, and the plan has no status date", "add 'status-date:' to the plan")
    case .actualAfterStatusDate:
      ("'\(value(0))' happened on \(value(1)), after the status date \(value(2))", "check which of the two is right")
    case .unsourced:
      ("\(value(0)) of '\(value(1))' is stated without a source", "add 'source:', or 'because:' where it is assumed")
    case .overdue:
      (
        "'\(value(0))' was planned for \(value(1)), before the status date, and has not happened",
        "give 'actual:' or a new 'planned:'; until then its new date is unknown"
      )
    case .undatedPredecessor:
      (
        "'\(value(0))' has a date but waits for \(value(1)), which has none",
        "its date is a lower bound until that is dated"
      )
    case .softLinkViolated:
      (
        "the soft link \(value(0)) → \(value(1)) \(violation)",
        "it moves no date; check whether the dates or the link should change"
      )
    case .statedCritical:
      (
        "'\(value(0))' is stated \(value(1)), and has \(value(2)) of float",
        "look for a missing or a needless link"
      )
    case .unknownGap:
      (
        "nothing says whether the gap \(value(0)) → \(value(1)) is work or buffer",
        "give 'gap: work', 'gap: buffer' or 'gap: { work: 20d }'"
      )
    case .levelWithoutScale:
      ("'\(value(0))' is \(value(1)), which means no number in this plan", "give its levels under 'risk-scales'")
    case .riskWithoutImpact:
      (
        "'\(value(0))' has a probability, and nothing happens if it strikes",
        "give 'impact', 'delays' with a level, 'factor' with 'stretches', or 'cost'"
      )
    case .riskWithoutProbability:
      (
        "'\(value(0))' has an impact and no probability: it is left out",
        "give 'probability', or 'likelihood' with 'risk-scales'"
      )
    case .idleFactor:
      (
        value(1) == "stretches"
          ? "'\(value(0))' has a factor that stretches no activity"
          : "'\(value(0))' stretches activities by no factor",
        "'factor' and 'stretches' belong together"
      )
    case .constantCorrelation:
      (
        "\(value(0)) cannot be correlated: \(value(1)) no range of durations",
        "give 'duration' as low..likely..high, or leave it out of the correlation"
      )
    case .idleFact: ("\(value(0)) moves no date: \(value(1))", nil)
    case .nothingDrawn:
      (
        "nothing in the plan can vary: every future is the same",
        "give durations a range, dates a span, or risks a probability and a delay"
      )
    case .unsupported: ("\(value(0))", value(1).isEmpty ? nil : value(1))

    case .badArgument: ("\(value(0))", value(1).isEmpty ? nil : value(1))
    case .badPart: ("'\(value(0))' \(value(1))", value(2).isEmpty ? nil : value(2))
    case .cannotWrite: ("cannot write '\(value(0))': \(value(1))", "nothing was written")
    }
  }
}
