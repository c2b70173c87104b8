using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class LifecycleMachineTests
{
    private static readonly ActivityTrigger Bought = new(ActivityTypes.Purchase);

    [Fact]
    public void Default_States_AreTheUsualEight()
    {
        Assert.Equal(["prospect", "new", "active", "loyal", "at risk", "dormant", "lost", "won back"], LifecycleMachine.Default.States.Select(state => state.Name));
        Assert.Equal(LifecycleStateNames.Prospect, LifecycleMachine.Default.Start);
        Assert.Equal(LifecycleMachine.Standard(90, 270, 540, 5), LifecycleMachine.Default);
        Assert.NotEqual(LifecycleMachine.Standard(60), LifecycleMachine.Default);
        Assert.Equal("8 states, 7 transitions", LifecycleMachine.Default.ToString());
        Assert.Contains("  dormant, lost → won back on 'purchase'", LifecycleMachine.Default.Describe(), StringComparison.Ordinal);
        Assert.Contains("prospect (start): known, but has not bought", LifecycleMachine.Default.Describe(), StringComparison.Ordinal);
        Assert.Contains("2 own gaps (30 to 180 days; before 2 gaps 90 days) without 'purchase'", LifecycleMachine.Default.Describe(), StringComparison.Ordinal);
        Assert.Contains("→ loyal on 'purchase' on 5 days within 365", LifecycleMachine.Default.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_LimitsThatMeet_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleMachine.Standard(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleMachine.Standard(90, 180));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleMachine.Standard(90, 270, 270));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleMachine.Standard(90, 270, 40_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleMachine.Standard(loyalPurchases: 1));
        Assert.Equal(8, LifecycleMachine.Standard(1, 3, 4, 2).States.Count);
    }

    [Fact]
    public void Check_EachThingWrong_SaysWhatToDo()
    {
        Assert.Contains("There are 0 states", Only("a", [], []), StringComparison.Ordinal);
        Assert.Contains("State 2 has no name", Only("a", [new("a"), new(" ")], []), StringComparison.Ordinal);
        Assert.Contains("Two states are named 'a'", Only("a", [new("a"), new("a")], []), StringComparison.Ordinal);
        Assert.Contains("The start is 'x', which is no state", Only("x", [new("a") { IsFinal = true }], []), StringComparison.Ordinal);
        Assert.Contains("Transition 1 names 'c', which is no state", Only("a", Two, [new(["a"], "c", Bought)]), StringComparison.Ordinal);
        Assert.Contains("Transition 1 leads out of no state", Only("a", Two, [new([], "b", Bought)]), StringComparison.Ordinal);
        Assert.Contains("Transition 1 names a state twice", Only("a", Two, [new(["a"], "a", Bought)]), StringComparison.Ordinal);
        Assert.Contains("Transition 1 does not say when", Only("a", Two, [new(["a"], "b", null!)]), StringComparison.Ordinal);
        Assert.Contains("No transition leads from the start to 'c'", Only("a", [.. Two, new("c") { IsFinal = true }], There), StringComparison.Ordinal);
        Assert.Contains("No transition leads out of 'b', so whoever gets there stays for ever", Only("a", Two, [new(["a"], "b", Bought)]), StringComparison.Ordinal);
        Assert.Contains("'b' is declared final, but a transition leads out of it", Only("a", [new("a"), new("b") { IsFinal = true }], There), StringComparison.Ordinal);
        Assert.Contains("Silences lead from 'a' back to it", Only("a", Two, [new(["a"], "b", new SilenceTrigger("x", 3)), new(["b"], "a", new SilenceTrigger("y", 3))]), StringComparison.Ordinal);
        Assert.Empty(LifecycleMachine.Check("a", Two, [new(["a"], "b", new SilenceTrigger("x", 3)), new(["b"], "a", new StayTrigger(3))]));
        Assert.Empty(LifecycleMachine.Check("a", [new("a") { IsFinal = true }], []));
    }

    [Fact]
    public void Check_TransitionsNeverTaken_AreFound()
    {
        Assert.Contains("From 'a', transition 2 is never taken, since transition 1 always comes first", Shadow(Bought, Bought with { Count = 3 }), StringComparison.Ordinal);
        Assert.Contains("never taken", Shadow(new ActivityTrigger(null), Bought), StringComparison.Ordinal);
        Assert.Contains("never taken", Shadow(Bought with { Count = 2 }, Bought with { Count = 3, WithinDays = 9 }), StringComparison.Ordinal);
        Assert.Contains("never taken", Shadow(new SilenceTrigger("x", 3), new SilenceTrigger("x", 3)), StringComparison.Ordinal);
        Assert.Contains("never taken", Shadow(new StayTrigger(3), new StayTrigger(4)), StringComparison.Ordinal);
        Assert.Empty(Shadow(Bought with { Count = 3 }, Bought));
        Assert.Empty(Shadow(Bought with { Count = 2, WithinDays = 9 }, Bought with { Count = 2 }));
        Assert.Empty(Shadow(Bought, new ActivityTrigger("visit")));
        Assert.Empty(Shadow(new SilenceTrigger("x", 4), new SilenceTrigger("x", 3)));
        Assert.Empty(Shadow(new SilenceTrigger("x", 3), new SilenceTrigger("x", 3) { OwnGaps = 1 }));

        static string Shadow(LifecycleTrigger earlier, LifecycleTrigger later) => string.Join(' ', LifecycleMachine.Check(
            "a", [new("a"), new("b") { IsFinal = true }, new("c") { IsFinal = true }], [new(["a"], "b", earlier), new(["a"], "c", later)]));
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Check_ImpossibleNumbers_NamesThem(LifecycleTrigger trigger, string expected) =>
        Assert.Contains($"In transition 1, {expected}", Only("a", [new("a"), new("b") { IsFinal = true }], [new(["a"], "b", trigger)]), StringComparison.Ordinal);

    public static TheoryData<LifecycleTrigger, string> Impossible() => new()
    {
        { new ActivityTrigger(string.Empty), "its type of activity is empty" },
        { Bought with { Count = 0 }, "Count is 0; expected from 1" },
        { Bought with { WithinDays = 0 }, "WithinDays is 0" },
        { new SilenceTrigger(string.Empty, 1), "its type of activity is empty" },
        { new SilenceTrigger(null, 0), "Days is 0" },
        { new SilenceTrigger(null, 1) { OwnGaps = double.NaN }, "OwnGaps is NaN" },
        { new SilenceTrigger(null, 1) { OwnGaps = 0 }, "OwnGaps is 0" },
        { new SilenceTrigger(null, 1) { MinimumGaps = 0 }, "MinimumGaps is 0" },
        { new SilenceTrigger(null, 1) { AtLeastDays = 9, AtMostDays = 8 }, "AtLeastDays is 9 and AtMostDays 8" },
        { new StayTrigger(40_000), "Days is 40000" },
    };

    [Fact]
    public void New_SeveralProblems_NamesAll()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new LifecycleMachine("x", Two, [new(["a"], "c", Bought with { Count = -1 })]));

        Assert.Contains("The start is 'x'", error.Message, StringComparison.Ordinal);
        Assert.Contains("names 'c'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Count is -1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_AnyMachine_ReadsBackEqual() => Prop.ForAll(Machines.Any.ToArbitrary(), machine => Loaded(Saved(machine)) == machine).Check(Quick.Tests(300));

    [Fact]
    public void Load_WrittenByHand_TakesDefaults()
    {
        LifecycleMachine machine = Loaded(
            """
            {
              "kind": "customer-insight/lifecycle", "version": 1,
              "model": {
                "start": "lead",
                "states": [{ "name": "lead" }, { "name": "customer" }, { "name": "gone", "final": true }],
                "transitions": [
                  { "from": ["lead"], "to": "customer", "activity": { "type": "purchase" } },
                  { "from": ["customer"], "to": "gone", "silence": { "days": 30, "ownGaps": 3 } },
                  { "from": ["lead"], "to": "gone", "stay": { "days": 90 } }
                ]
              }
            }
            """);

        Assert.Equal(
            new LifecycleMachine(
                "lead",
                [new("lead"), new("customer"), new("gone") { IsFinal = true }],
                [new(["lead"], "customer", Bought), new(["customer"], "gone", new SilenceTrigger(null, 30) { OwnGaps = 3 }), new(["lead"], "gone", new StayTrigger(90))]),
            machine);
    }

    [Theory]
    [InlineData("\"start\": \"prospect\"", "\"start\": \"x\"", "The start is 'x', which is no state")]
    [InlineData("\"days\": 540", "\"days\": 0", "In transition 7, Days is 0")]
    [InlineData("\"silence\": {", "\"stay\": { \"days\": 1 }, \"silence\": {", "Transition 5 does not say when it is taken, or says it twice")]
    [InlineData("\"name\": \"lost\"", "\"name\": null", "State 7 has no name")]
    [InlineData("\"to\": \"loyal\"", "\"to\": null", "Transition 2 names ''")]
    public void Load_ChangedForTheWorse_SaysWhatIsWrong(string good, string bad, string expected)
    {
        string text = Saved(LifecycleMachine.Default);
        Assert.Contains(good, text, StringComparison.Ordinal);

        ModelFileException error = Assert.Throws<ModelFileException>(() => Loaded(text.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Equal(ModelFileException.WrongContent, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NewerVersion_SaysSo() =>
        Assert.Equal(ModelFileException.NewerVersion, Assert.Throws<ModelFileException>(() => Loaded(Saved(LifecycleMachine.Default).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal))).Code);

    private static ValueList<LifecycleState> Two => [new("a"), new("b")];

    private static ValueList<LifecycleTransition> There => [new(["a"], "b", Bought), new(["b"], "a", Bought)];

    private static string Only(string start, ValueList<LifecycleState> states, ValueList<LifecycleTransition> transitions) => string.Join(' ', LifecycleMachine.Check(start, states, transitions));

    private static string Saved(LifecycleMachine machine)
    {
        using var file = new MemoryStream();
        machine.Save(file);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static LifecycleMachine Loaded(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return LifecycleMachine.Load(file);
    }
}
