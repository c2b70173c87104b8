using System.Collections;

namespace CustomerInsight;

public sealed class LargeClusterTests
{
    private const int Large = 20_000;

    private static readonly RankedSurvivorshipRule Standard = Survivorship.MostRecent.Then(Survivorship.SourcePriority).Then(Survivorship.MostFrequent);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Choose_LargeCluster_LooksAtEachContenderAFewTimes(bool alike)
    {
        var contenders = new CountedList([.. Enumerable.Range(0, Large).Select(i => Contenders.Of($"{i}", alike ? "anna" : $"anna {i}"))]);

        foreach (RankedSurvivorshipRule rule in new[] { Survivorship.MostFrequent, Standard, Survivorship.Fullest.Then(Standard) })
        {
            contenders.Looks = 0;
            Assert.Equal(0, rule.Choose(contenders));
            Assert.InRange(contenders.Looks, 1, 4 * Large);
        }
    }

    [Fact]
    public void Merge_LargeClusters_TakeOnePass()
    {
        var merger = new ProfileMerger(MergeRules.Standard.For("email", Survivorship.MostFrequent));

        Profile alike = merger.Merge(new ProfileId(1), [.. Enumerable.Range(0, Large).Select(static i => Record(i, string.Empty))]);
        Profile different = merger.Merge(new ProfileId(2), [.. Enumerable.Range(0, Large).Select(static i => Record(i, $"{i}"))]);

        Assert.Equal(Large - 1, alike["email"]!.Losers.Count);
        Assert.Equal("anna0@b.example", different["email"]!.Values.First);
    }

    [Fact]
    public void Prepare_AnyTwo_OrdersAsCompareDoes()
    {
        Gen<Contender> contenders =
            from a in Gen.Elements("x", "X", "?", "!", null)
            from b in Gen.Elements("y", "Y", null)
            from day in Gen.Choose(1, 2)
            from rank in Gen.Choose(0, 1)
            select Contenders.Of("1", a, b, day, rank);
        RankedSurvivorshipRule[] rules = [Survivorship.MostFrequent, Standard, Survivorship.MostFrequent.Then(Survivorship.Longest), new Own()];

        Prop.ForAll(contenders.ArrayOf(7).ToArbitrary(), many => rules.All(rule =>
        {
            Comparison<Contender> prepared = rule.Prepare(many);
            return many.All(left => many.All(right => prepared(left, right) == rule.Compare(left, right, many)));
        })).Check(Quick.Tests(200));
    }

    private static MergeRecord Record(int number, string difference) =>
        MergeRecords.Of(MergeRecords.Crm, $"{number:D6}", 1, "Anna" + difference, "Bo", $"anna{difference}@b.example", null, "High Street " + difference, "London", "GB");

    /// <summary>A host's rule, which knows <see cref="RankedSurvivorshipRule.Compare"/> alone.</summary>
    private sealed class Own : RankedSurvivorshipRule
    {
        public override string Name => "own";

        public override int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders) => left.TrustRank - right.TrustRank + (contenders.Count == 0 ? 1 : 0);
    }

    private sealed class CountedList(Contender[] items) : IReadOnlyList<Contender>
    {
        public int Looks { get; set; }

        public int Count => items.Length;

        public Contender this[int index]
        {
            get
            {
                Looks++;
                return items[index];
            }
        }

        public IEnumerator<Contender> GetEnumerator()
        {
            foreach (Contender item in items)
            {
                Looks++;
                yield return item;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
