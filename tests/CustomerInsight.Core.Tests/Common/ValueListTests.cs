namespace CustomerInsight;

public sealed class ValueListTests
{
    [Fact]
    public void Equals_SameElements_AreEqual()
    {
        ValueList<string> left = ["a", "b"];
        ValueList<string> right = ValueList.From(new List<string> { "a", "b" });

        Assert.True(left == right);
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left != ["b", "a"]);
        Assert.False(left.Equals("a"));
    }

    [Fact]
    public void Default_List_IsEmpty()
    {
        ValueList<int> list = default;

        Assert.True(list.Count == 0);
        Assert.Empty(list);
        Assert.True(list == []);
        Assert.Equal(((ValueList<int>)[]).GetHashCode(), list.GetHashCode());
        Assert.Throws<IndexOutOfRangeException>(() => list[0]);
        foreach (int item in list)
        {
            Assert.Fail($"An empty list held {item}.");
        }
    }

    [Fact]
    public void List_AnyArray_HoldsACopyInOrder() => Prop.ForAll<int[]>(static items =>
    {
        ValueList<int> list = ValueList.Create<int>(items);
        bool same = list.Count == items.Length && list.SequenceEqual(items) && list.AsSpan().SequenceEqual(items);
        if (items.Length > 0)
        {
            items[0]++;
            same &= list[0] != items[0];
        }

        return same;
    }).Check(Quick.Tests(200));

    [Fact]
    public void Record_WithList_ComparesByValue() =>
        Assert.Equal(new LineageEntryList([new RecordKey("a", "1")]), new LineageEntryList([new RecordKey("a", "1")]));

    private sealed record LineageEntryList(ValueList<RecordKey> Keys);
}
