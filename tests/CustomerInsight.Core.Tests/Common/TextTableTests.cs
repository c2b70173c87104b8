namespace CustomerInsight.Core.Tests;

public sealed class TextTableTests
{
    private static readonly Arbitrary<string[]> Texts = Gen.Choose(0, 3_000).Select(static number => $"{number}").ArrayOf().Resize(4_000).ToArbitrary();

    [Fact]
    public void Add_AnyTexts_NumbersTheDistinctOnesInTheirOrder() => Prop.ForAll(Texts, static texts =>
    {
        var table = new TextTable();
        string[] distinct = [.. texts.Distinct(StringComparer.Ordinal)];

        return texts.All(text => table.Add(text) == Array.IndexOf(distinct, text))
            && table.Count == distinct.Length
            && distinct.Select((text, number) => table[number] == text && table.Find(new string(text)) == number).All(static same => same)
            && table.Find("none of them") < 0;
    }).Check(Quick.Tests(20));

    [Fact]
    public void Add_Block_NumbersAsOneByOne() => Prop.ForAll(Texts, static texts =>
    {
        var one = new TextTable();
        var together = new TextTable();
        int[] numbers = new int[TextTable.BlockLength];

        return texts.Chunk(TextTable.BlockLength).All(block =>
        {
            together.Add([.. block.Select(static text => new string(text))], numbers);
            return block.Select(one.Add).SequenceEqual(numbers.Take(block.Length));
        });
    }).Check(Quick.Tests(20));

    [Fact]
    public void Add_ManyTexts_GrowsAndKeepsThemAll()
    {
        const int Many = 50_000;
        var table = new TextTable();
        for (int i = 0; i < Many; i++)
        {
            Assert.Equal(i, table.Add($"text {i}"));
        }

        Assert.All(Enumerable.Range(0, Many).Where(static i => i % 97 == 0), i => Assert.Equal(i, table.Find($"text {i}")));
    }
}
