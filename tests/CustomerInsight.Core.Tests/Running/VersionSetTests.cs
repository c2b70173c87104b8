namespace CustomerInsight;

public sealed class VersionSetTests
{
    private static readonly RecordSchema Schema = new([new("a", AttributeKind.Text)]);

    [Fact]
    public void Add_ManyVersionsUnderOneKey_CountsRepeatsAndTakesOneWhateverTheOrder()
    {
        VersionSet<SourceRecord> forward = Fill(Enumerable.Range(0, 2_000).Select(static i => i % 500));
        VersionSet<SourceRecord> backward = Fill(Enumerable.Range(0, 2_000).Reverse().Select(static i => i % 500));

        Assert.Equal((1, 1_500, 499), (forward.Count, forward.Repeated, forward.Superseded));
        Assert.Equal(forward.Winners(), backward.Winners());
    }

    [Fact]
    public void GetHashCode_VersionsOfOneRow_Differ() =>
        Assert.InRange(Enumerable.Range(0, 1_000).Select(static i => Record(i).GetHashCode()).Distinct().Count(), 990, 1_000);

    [Fact]
    public void Remove_Key_ForgetsAllItsVersions()
    {
        VersionSet<SourceRecord> set = Fill([1, 2, 3]);

        Assert.True(set.Remove("1"));
        Assert.False(set.Remove("1"));
        Assert.Empty(set.Winners());
        Assert.Equal(0, set.Superseded);
    }

    [Fact]
    public void Winners_AnyIdsAddedAndRemoved_AreThoseOfADictionary() => Prop.ForAll(Gen.Choose(-40, 120).ArrayOf().ToArbitrary(), static numbers =>
    {
        // Mostly rising, so that the order in which files come is met, too.
        var set = new VersionSet<SourceRecord>(static record => record.Key.Id, VersionOrder.Compare, EqualityComparer<SourceRecord>.Default);
        var expected = new Dictionary<string, SourceRecord>();
        int[] rising = [.. numbers.Take(numbers.Length / 2).Where(static number => number > 0).Order(), .. numbers.Skip(numbers.Length / 2)];
        foreach (int number in rising)
        {
            string id = $"{Math.Abs(number)}";
            if (number < 0)
            {
                Assert.Equal(expected.Remove(id), set.Remove(id));
            }
            else
            {
                expected[id] = new(Schema, new RecordKey("crm", id), [$"{number}"]);
                set.Add(id, expected[id]);
            }
        }

        return set.Count == expected.Count && set.Winners().ToHashSet().SetEquals(expected.Values);
    }).Check(Quick.Tests(500));

    private static VersionSet<SourceRecord> Fill(IEnumerable<int> values)
    {
        var set = new VersionSet<SourceRecord>(static record => record.Key.Id, VersionOrder.Compare, EqualityComparer<SourceRecord>.Default);
        foreach (int value in values)
        {
            SourceRecord record = Record(value);
            set.Add(record.Key.Id, record);
        }

        return set;
    }

    private static SourceRecord Record(int value) => new(Schema, new RecordKey("crm", "1"), [$"{value}"]);
}
