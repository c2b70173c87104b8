namespace CustomerInsight.Core.Tests;

public sealed class ColumnIdsTests
{
    private const int Values = 4;

    private static readonly Arbitrary<int[][]> Records = Gen.Choose(0, Values - 1).ArrayOf().ArrayOf().ToArbitrary();

    private static readonly Arbitrary<int[][]> SingleRecords =
        Gen.Choose(-1, Values - 1).Select(static id => id < 0 ? Array.Empty<int>() : [id]).ArrayOf().ToArbitrary();

    [Fact]
    public void ToColumn_AnyIds_HoldsThoseOfEachRecordOnceInOrder() => Prop.ForAll(Records, static records =>
    {
        StandardizedColumn column = Column(records);
        bool single = records.All(static ids => ids.Distinct().Count() < 2);

        return column.IsSingle == single
            && column.SingleIds.Length == (single ? records.Length : 0)
            && Enumerable.Range(0, records.Length).All(record => column.Ids(record).ToArray().SequenceEqual(records[record].Distinct()));
    }).Check(Quick.Tests(500));

    [Fact]
    public void ToColumn_AtMostOneIdARecord_GivesThemAsOneSpan() => Prop.ForAll(SingleRecords, static records =>
    {
        StandardizedColumn column = Column(records);

        return column.IsSingle && column.SingleIds.SequenceEqual(records.Select(static ids => ids.FirstOrDefault(-1)).ToArray())
            && Enumerable.Range(0, records.Length).All(record => column.First(record) == (records[record] is [int id] ? Text(id) : null));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Without_AnyIds_DropsThemFromEachRecord() => Prop.ForAll(Records, static records =>
    {
        StandardizedColumn rest = Column(records).Without(static value => value == Text(1));

        return Enumerable.Range(0, records.Length).All(record =>
            rest.Ids(record).ToArray().Select(id => rest.Values[id]).SequenceEqual(records[record].Distinct().Where(static id => id != 1).Select(Text)));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Ids_RecordThatIsNot_Throws() => Assert.Throws<IndexOutOfRangeException>(static () => Column([[0]]).Ids(1).Length);

    private static StandardizedColumn Column(int[][] records)
    {
        var ids = new ColumnIds(records.Length);
        for (int record = 0; record < records.Length; record++)
        {
            foreach (int id in records[record])
            {
                ids.Add(record, id);
            }
        }

        return ids.ToColumn(new("word", AttributeKind.Text), new VerbatimStandardizer(), [.. Enumerable.Range(0, Values).Select(Text)]);
    }

    private static string Text(int id) => "abcd"[id].ToString();
}
