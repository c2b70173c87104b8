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

    private static VersionSet<SourceRecord> Fill(IEnumerable<int> values)
    {
        var set = new VersionSet<SourceRecord>(VersionOrder.Compare, EqualityComparer<SourceRecord>.Default);
        foreach (int value in values)
        {
            SourceRecord record = Record(value);
            set.Add(record.Key.Id, record);
        }

        return set;
    }

    private static SourceRecord Record(int value) => new(Schema, new RecordKey("crm", "1"), [$"{value}"]);
}
