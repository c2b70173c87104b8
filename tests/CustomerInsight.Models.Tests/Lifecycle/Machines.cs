namespace CustomerInsight.Models.Tests;

/// <summary>Machines drawn at random: any that pass the check.</summary>
internal static class Machines
{
    private static readonly string?[] Types = [ActivityTypes.Purchase, "visit", null];

    public static readonly Gen<LifecycleMachine> Any =
        from seed in Gen.Choose(0, int.MaxValue)
        select Drawn((ulong)seed);

    public static LifecycleMachine Drawn(ulong seed)
    {
        var random = new SeededRandom(seed);
        while (true)
        {
            LifecycleState[] states = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(i => new LifecycleState($"s{i}"))];
            LifecycleTransition[] transitions = [.. Enumerable.Range(0, states.Length + random.Next(6)).Select(_ => new LifecycleTransition(
                [.. states.Where(_ => random.Next(3) == 0).Select(state => state.Name).DefaultIfEmpty("s0")], states[random.Next(states.Length)].Name, Trigger(random)))];
            ValueList<LifecycleTransition> kept = ValueList.From(transitions.Where(transition => !transition.From.Contains(transition.To)));
            ValueList<LifecycleState> known = ValueList.From(states.Select(state => state with { IsFinal = !kept.Any(transition => transition.From.Contains(state.Name)) }));
            if (LifecycleMachine.Check("s0", known, kept).Count == 0)
            {
                return new LifecycleMachine("s0", known, kept);
            }
        }
    }

    private static LifecycleTrigger Trigger(SeededRandom random) => random.Next(5) switch
    {
        0 => new StayTrigger(1 + random.Next(12)),
        1 => new SilenceTrigger(Types[random.Next(3)], 1 + random.Next(20)),
        2 => new SilenceTrigger(Types[random.Next(3)], 1 + random.Next(20)) { OwnGaps = 0.5 + random.NextDouble(), MinimumGaps = 1 + random.Next(3), AtLeastDays = 2, AtMostDays = 2 + random.Next(20) },
        3 => new ActivityTrigger(Types[random.Next(3)]),
        _ => new ActivityTrigger(Types[random.Next(3)]) { Count = 2 + random.Next(3), WithinDays = random.Next(2) == 0 ? null : 1 + random.Next(20) },
    };
}
