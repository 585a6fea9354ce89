import PlanGraph
import PlanModel
import PlanSchedule
import PlanSimulation

/// All rows, over shapes and growing sizes.
struct Measurements {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() throws {
    print("seed \(options.seed); every answer is compared with the slow dates before it is timed")
    Probe.row(["what", "activities", "links", "time", "beside"])
    if options.wants("plan") {
      for size in [10_000, 100_000, 1_000_000] where size <= options.largest { try features(.layered, size) }
      try solvedChain()
    }
    if options.wants("drag") {
      for size in [10_000, 100_000] where size <= options.largest { try drags(size) }
    }
    if options.wants("simulation") {
      for (size, batches) in [(1000, 10), (10_000, 1)] where size <= options.largest {
        for calendars in [false, true] { try simulation(size, batches, calendars: calendars) }
      }
    }
    if options.wants("slips") {
      for size in [10_000, 100_000, 1_000_000] where size <= options.largest { try slips(size) }
    }
    for (number, shape) in ProbeShape.allCases.enumerated() where options.wants(shape.rawValue) {
      for size in [10, 1000, 10_000, 100_000, 1_000_000] where size <= options.largest {
        let network = ProbeNetwork(shape, activities: size, seed: options.seed + UInt64(number))
        let slow = SlowDates(network)
        if size < 10_000 {
          _ = try Passes(network).checked(slow)
          _ = try Passes(network, .weekdays).checked(slow)
        } else {
          try measure(network, slow)
        }
      }
    }
  }

  private func measure(_ network: ProbeNetwork, _ slow: SlowDates) throws {
    let (activities, links) = (network.durations.count, network.ends.count)
    func row(_ name: String, _ seconds: Double, _ beside: String = "") {
      Probe.row(["\(network.shape.rawValue): \(name)", "\(activities)", "\(links)", Probe.time(seconds), beside])
    }
    let days = Passes(network)
    _ = try days.checked(slow)
    let plain = try days.times()
    let copy = Probe.copySeconds(moving: days.forwardBytes)
    row("order + forward + backward", plain.fromLists, rate(links, plain.fromLists))
    row("of which order and structure", plain.build)
    row("forward again", plain.forwardAgain, beside(copy, days.forwardBytes, links, plain.forwardAgain))
    row("backward again", plain.backwardAgain, rate(links, plain.backwardAgain))
    let weekdays = Passes(network, .weekdays)
    _ = try weekdays.checked(slow)
    let worked = try weekdays.times()
    row("with a calendar", worked.fromLists, "\(Probe.ratio(worked.fromLists / plain.fromLists)) × days only")
    row(
      "forward again with a calendar", worked.forwardAgain,
      "\(Probe.ratio(worked.forwardAgain / plain.forwardAgain)) × days only, \(rate(links, worked.forwardAgain))")
    row(
      "both again with a calendar", worked.again,
      "\(Probe.ratio(worked.again / plain.again)) × days only, \(rate(links, worked.again))")
    let solved = try Probe.fastest { Probe.keep(try days.solve()) }
    var mixed: [SeveralCalendars] = []
    for several in SeveralCalendars.Mix.allCases.map({ SeveralCalendars(network, $0) }) {
      guard try several.check() else {
        Probe.row([
          "\(network.shape.rawValue): with \(several.mix.rawValue)", "\(activities)", "\(links)", "–",
          "not timed: ends after the year 2200, where dates are cut",
        ])
        continue
      }
      mixed.append(several)
      if several.mix.hasFacts { continue }
      // From the lists on, with the cells of calendars, which are made on the way.
      let whole = try Probe.fastest { Probe.keep(try several.passes.solve()) }
      row("with \(several.mix.rawValue)", whole, "\(Probe.ratio(whole / solved)) × days only")
    }
    let again = try Passes.again([days] + mixed.map(\.passes))
    for (several, seconds) in zip(mixed, again.dropFirst()) {
      let plain = mixed.firstIndex { $0.mix == several.mix.plain }
      let beside = plain == nil ? "days only" : "without the calendar"
      row(
        "both again, \(several.mix.rawValue)", seconds,
        "\(Probe.ratio(seconds / again[plain.map { $0 + 1 } ?? 0])) × \(beside) in turns, \(rate(links, seconds))")
    }
  }

  /// Rows with and without each feature, and what a whole plan costs beside bare lists.
  private func features(_ shape: ProbeShape, _ size: Int) throws {
    let network = ProbeNetwork(shape, activities: size, seed: options.seed)
    let lists = try Passes(network.withoutLags).times().fromLists
    var without = 0.0
    for feature in FeatureProbes.Feature.allCases {
      let times = try FeatureProbes(network, feature).times()
      let whole = times.lowering + times.scheduling
      if feature == .nothing { without = whole }
      Probe.row([
        "plan to schedule, \(feature)", "\(size)", "\(network.ends.count)", Probe.time(whole),
        feature == .nothing
          ? "\(Probe.ratio(whole / lists)) × lists to dates, which know no features"
          : "\(Probe.ratio(whole / without)) × without; \(feature.share)",
      ])
      if !feature.isOfActivities { continue }
      // What the others pay for it: one activity uses it, and nobody else.
      let alone = try FeatureProbes(network, feature, oneIn: size).times()
      Probe.row([
        "plan to schedule, \(feature) of one", "\(size)", "\(network.ends.count)",
        Probe.time(alone.lowering + alone.scheduling),
        "\(Probe.ratio((alone.lowering + alone.scheduling) / without)) × without; one activity alone uses it",
      ])
    }
  }

  /// Futures with the drivers of the end counted, on each path of this processor.
  private func simulation(_ size: Int, _ batches: Int, calendars: Bool) throws {
    let network = ProbeNetwork(.layered, activities: size, seed: options.seed)
    let probes = try SimulationProbes(network, calendars: calendars)
    for path in KernelPath.available {
      let times = try probes.times(batches: batches, on: path)
      let steps = Double(network.ends.count * batches * 1024)
      Probe.row([
        "simulation of \(batches * 1024)\(calendars ? ", three calendars" : ""), \(path)", "\(size)",
        "\(network.ends.count)", Probe.time(times.all),
        "\(Probe.time(times.forward)) without drivers, \(Probe.time(times.propagation)) without drawing either; "
          + "\(Probe.ratio(steps / times.forward / 1e9)) G links/s",
      ])
      if calendars { continue }
      let simulation = Simulation(probes.model, seed: options.seed, countingDriversOf: [], on: path)
      let philox = try PhiloxProbe(simulation: simulation, path: path).seconds(batches: batches)
      Probe.row([
        "the same by Philox4x32-10, \(path)", "\(size)", "\(network.ends.count)", Probe.time(philox),
        "without drivers; \(Probe.ratio(philox / times.forward)) of the default generator",
      ])
    }
  }

  /// What each activity costs the end, every one by scheduling again without it.
  private func drags(_ size: Int) throws {
    for shape in [ProbeShape.portfolio, .layered] {
      let network = ProbeNetwork(shape, activities: size, seed: options.seed)
      for feature in [FeatureProbes.Feature.nothing, .calendar, .constraints, .windows, .readings] {
        let found = try DragProbes(network: network, feature: feature).measured()
        Probe.row([
          "drag of everything, \(shape), \(feature)", "\(size)", "\(network.ends.count)", Probe.time(found.seconds),
          "\(found.mattering) move the end; a forward pass takes \(Probe.time(found.pass))",
        ])
      }
    }
  }

  /// A slip and its undoing, beside a forward pass.
  private func slips(_ size: Int) throws {
    for shape in [ProbeShape.portfolio, .layered] {
      let network = ProbeNetwork(shape, activities: size, seed: options.seed)
      for feature in [FeatureProbes.Feature.nothing, .calendar] {
        let times = try SlipProbes(network: network, feature: feature).times()
        Probe.row([
          "slip of 30 days and back, \(shape), \(feature)", "\(size)", "\(network.ends.count)",
          Probe.time(times.question),
          "a forward pass takes \(Probe.ratio(times.pass / times.question)) × as long; \(Probe.ratio(times.moved)) move",
        ])
        if feature == .nothing {
          Probe.row([
            "the same and float to one milestone", "\(size)", "\(network.ends.count)", Probe.time(times.withFloat), "",
          ])
        }
        Probe.row([
          "the slip that moves most, and back", "\(size)", "\(network.ends.count)", Probe.time(times.worst),
          "\(Probe.ratio(times.worst / times.pass)) × a forward pass",
        ])
      }
    }
  }

  /// Every date, float and driver of a chain.
  private func solvedChain() throws {
    let network = ProbeNetwork(.chain, activities: 10_000, seed: options.seed)
    let plan = FeatureProbes(network, .nothing).plan()
    let compiled = try Network(plan)
    let schedule = Schedule(compiled)
    guard schedule.totalFloats == schedule.activities.map(\.totalFloat),
      schedule.freeFloats == schedule.activities.map(\.freeFloat), schedule.drivers == schedule.activities.map(\.driver)
    else { throw WrongAnswer(description: "the columns of a chain differ from its activities") }
    let columns = Probe.fastest {
      let schedule = Schedule(compiled)
      Probe.keep(schedule.totalFloats)
      Probe.keep(schedule.freeFloats)
      Probe.keep(schedule.drivers)
    }
    let asked = Probe.fastest {
      let schedule = Schedule(compiled)
      for activity in schedule.activities {
        Probe.keep(activity.totalFloat)
        Probe.keep(activity.freeFloat)
        Probe.keep(activity.driver)
      }
    }
    let lowering = try Probe.fastest { Probe.keep(try Network(plan)) }
    let links = "\(network.ends.count)"
    Probe.row(["chain with floats and drivers", "10000", links, Probe.time(columns), "as columns"])
    Probe.row(["the same, asking each activity", "10000", links, Probe.time(asked), ""])
    Probe.row(["the same, from the plan", "10000", links, Probe.time(columns + lowering), ""])
  }

  private func rate(_ links: Int, _ seconds: Double) -> String {
    "\(Probe.ratio(Double(links) / seconds / 1e6)) M links/s"
  }

  private func beside(_ copy: Double, _ bytes: Int, _ links: Int, _ seconds: Double) -> String {
    """
    \(Probe.ratio(seconds / copy)) × memcpy (\(Probe.ratio(Double(bytes) / copy / 1e9)) GB/s), \
    \(Probe.ratio(Double(bytes) / seconds / 1e9)) GB/s, \(rate(links, seconds))
    """
  }
}
