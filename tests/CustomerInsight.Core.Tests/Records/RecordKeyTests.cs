namespace CustomerInsight;

public sealed class RecordKeyTests
{
    private static readonly Arbitrary<RecordKey> Keys = (
        from source in Gen.Elements("", "A", "a", "b", "é")
        from id in Gen.Elements("", "1", "10", "2", "Z", "z", "ß")
        select new RecordKey(source, id)).ToArbitrary();

    [Fact]
    public void CompareTo_Keys_IsOrdinalBySourceThenId()
    {
        RecordKey[] sorted = [new("A", "2"), new("B", "1"), new("a", "10"), new("a", "2"), new("a", "Z"), new("a", "a")];

        Assert.Equal(sorted, sorted.Reverse().Order());
    }

    [Fact]
    public void CompareTo_AnyTwo_AgreesWithTheOperatorsAndEquality() => Prop.ForAll(Keys, Keys, static (left, right) =>
    {
        int order = left.CompareTo(right);
        return Math.Sign(order) == -Math.Sign(right.CompareTo(left))
            && (order == 0) == (left == right)
            && (order < 0) == (left < right) && (order > 0) == (left > right)
            && (order <= 0) == (left <= right) && (order >= 0) == (left >= right);
    }).Check(Quick.Tests(500));

    [Fact]
    public void ToString_Key_JoinsSourceAndId() => Assert.Equal("crm:17", new RecordKey("crm", "17").ToString());
}
