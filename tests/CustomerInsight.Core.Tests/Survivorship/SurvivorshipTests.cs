namespace CustomerInsight;

public sealed class SurvivorshipTests
{
    [Fact]
    public void MostRecent_Times_TakesTheLatest() =>
        Assert.Equal(1, Survivorship.MostRecent.Choose([Contenders.Of("1", "x", day: 3), Contenders.Of("2", "y", day: 5), Contenders.Of("3", "z", day: 4)]));

    [Fact]
    public void MostRecent_NoTime_IsOldest() =>
        Assert.Equal(1, Survivorship.MostRecent.Choose([Contenders.Of("1", "x"), Contenders.Of("2", "y", day: 1), Contenders.Of("3", "z")]));

    [Fact]
    public void MostRecent_SameInstantInTwoZones_IsATie()
    {
        Contender utc = Contenders.Of("1", "x", day: 2);
        var east = utc with { Record = new SourceRecord(utc.Record.Schema, utc.Record.Key, utc.Record.Values) { ObservedAt = utc.Record.ObservedAt!.Value.ToOffset(TimeSpan.FromHours(8)) } };

        Assert.Equal(0, Survivorship.MostRecent.Compare(utc, east, [utc, east]));
    }

    [Fact]
    public void Oldest_Times_TakesTheEarliestAndNoTimeLast()
    {
        Assert.Equal(2, Survivorship.Oldest.Choose([Contenders.Of("1", "x", day: 3), Contenders.Of("2", "y"), Contenders.Of("3", "z", day: 2)]));
        Assert.Equal(0, Survivorship.Oldest.Choose([Contenders.Of("1", "x"), Contenders.Of("2", "y")]));
        Assert.Equal(1, Survivorship.Oldest.Then(Survivorship.SourcePriority).Choose([Contenders.Of("1", "x", day: 1, trustRank: 1), Contenders.Of("2", "y", day: 1)]));
    }

    [Fact]
    public void Custom_Delegates_ChooseAndChain()
    {
        RankedSurvivorshipRule shortest = Survivorship.Custom("shortest", static contender => -contender.Values[0].First!.Length);
        RankedSurvivorshipRule last = Survivorship.Custom("last id", static (left, right) => left.Record.Key.CompareTo(right.Record.Key));
        Contender[] contenders = [Contenders.Of("1", "xxx"), Contenders.Of("2", "y"), Contenders.Of("3", "z")];

        Assert.Equal(1, shortest.Choose(contenders));
        Assert.Equal(2, shortest.Then(last).Choose(contenders));
        Assert.Equal("shortest, then last id", shortest.Then(last).Name);
        Assert.Equal(1, Survivorship.Custom("no number", static contender => contender.Record.Key.Id == "1" ? double.NaN : 0).Choose(contenders));
        Assert.Throws<ArgumentException>(() => Survivorship.Custom(" ", static _ => 0.0));
    }

    [Fact]
    public void SourcePriority_Ranks_TakesTheLowest() =>
        Assert.Equal(2, Survivorship.SourcePriority.Choose([Contenders.Of("1", "x", trustRank: 2), Contenders.Of("2", "y", trustRank: 1), Contenders.Of("3", "z", trustRank: 0)]));

    [Fact]
    public void Fullest_Group_TakesTheMostFields() =>
        Assert.Equal(1, Survivorship.Fullest.Choose([Contenders.Of("1", "x", filledFields: 9), Contenders.Of("2", "y", "z", filledFields: 2)]));

    [Fact]
    public void Fullest_RejectedValue_DoesNotCount() =>
        Assert.Equal(1, Survivorship.Fullest.Choose([Contenders.Of("1", "?", "n/a"), Contenders.Of("2", "y")]));

    [Fact]
    public void MostComplete_SameGroup_TakesTheFullerRecord()
    {
        Assert.Equal(1, Survivorship.MostComplete.Choose([Contenders.Of("1", "x", filledFields: 3), Contenders.Of("2", "y", filledFields: 4)]));
        Assert.Equal(0, Survivorship.MostComplete.Choose([Contenders.Of("1", "x", "z", filledFields: 2), Contenders.Of("2", "y", filledFields: 4)]));
    }

    [Fact]
    public void MostFrequent_Values_CountsTheirStandardizedForm() =>
        Assert.Equal(1, Survivorship.MostFrequent.Choose([Contenders.Of("1", "Anna"), Contenders.Of("2", "ÄNNE"), Contenders.Of("3", "anne")]));

    [Fact]
    public void MostFrequent_RejectedValues_AreNotOneValue() =>
        Assert.Equal(2, Survivorship.MostFrequent.Choose([Contenders.Of("1", "?"), Contenders.Of("2", "!"), Contenders.Of("3", "anne"), Contenders.Of("4", "anne")]));

    [Fact]
    public void MostFrequent_Group_CountsTheWholeGroup() =>
        Assert.Equal(1, Survivorship.MostFrequent.Choose([Contenders.Of("1", "x", "1"), Contenders.Of("2", "x", "2"), Contenders.Of("3", "x", "2"), Contenders.Of("4", "x", "3")]));

    [Fact]
    public void Longest_Values_CountsTheirStandardizedForm() =>
        Assert.Equal(1, Survivorship.Longest.Choose([Contenders.Of("1", "Bob........."), Contenders.Of("2", "Robert"), Contenders.Of("3", "Rob", "x")]));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Choose_Tie_TakesTheFirst(string name)
    {
        RankedSurvivorshipRule rule = All.Single(rule => rule.Name == name);
        Contender[] alike = [Contenders.Of("1", "x", day: 1), Contenders.Of("2", "x", day: 1), Contenders.Of("3", "x", day: 1)];

        Assert.Equal(0, rule.Choose(alike));
    }

    [Fact]
    public void Then_Tie_AsksTheNextRule()
    {
        RankedSurvivorshipRule rule = Survivorship.MostRecent.Then(Survivorship.SourcePriority).Then(Survivorship.Longest);

        Assert.Equal("most recent, then source priority, then longest", rule.Name);
        Assert.Equal(1, rule.Choose([Contenders.Of("1", "x", day: 1, trustRank: 1), Contenders.Of("2", "x", day: 1)]));
        Assert.Equal(1, rule.Choose([Contenders.Of("1", "x", day: 1), Contenders.Of("2", "xy", day: 1)]));
        Assert.Equal(0, rule.Choose([Contenders.Of("1", "x", day: 2, trustRank: 1), Contenders.Of("2", "xy", day: 1)]));
    }

    [Fact]
    public void Then_Null_Throws() => Assert.Throws<ArgumentNullException>(static () => Survivorship.MostRecent.Then(null!));

    [Fact]
    public void Compare_AnyTwo_IsAntisymmetric()
    {
        Gen<Contender> contenders =
            from a in Gen.Elements("x", "xyz", "?", null)
            from b in Gen.Elements("y", "Y", null)
            from day in Gen.Choose(0, 3)
            from rank in Gen.Choose(0, 2)
            from filled in Gen.Choose(1, 3)
            select Contenders.Of("1", a, b, day == 0 ? null : day, rank, filled);
        Prop.ForAll(contenders.ArrayOf(6).ToArbitrary(), static many => All.All(rule => many.All(left => many.All(right =>
            Math.Sign(rule.Compare(left, right, many)) == -Math.Sign(rule.Compare(right, left, many)))))).Check(Quick.Tests(200));
    }

    public static TheoryData<string> Rules => new(All.Select(static rule => rule.Name));

    private static RankedSurvivorshipRule[] All =>
    [
        Survivorship.MostRecent, Survivorship.MostComplete, Survivorship.Fullest, Survivorship.MostFrequent, Survivorship.SourcePriority,
        Survivorship.Longest, Survivorship.MostRecent.Then(Survivorship.MostFrequent),
    ];
}
