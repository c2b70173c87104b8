namespace CustomerInsight.Matching.Tests;

public class TextSketchTests
{
    private static readonly Gen<string> Texts = Gen.Elements("aabbcéß张李09 '\uD83D\uDE00".ToCharArray()).ArrayOf().Where(static units => units.Length > 0).Select(static units => new string(units));

    private static readonly Arbitrary<(string Left, string Right)> Pairs =
        Texts.Two().Select(static pair => (pair.Item1, pair.Item2)).ToArbitrary();

    private static readonly JaroWinklerBound[] Bounds = [new(0.5), new(0.7), new(0.85), new(1)];

    [Fact]
    public void FewestEdits_AnyTexts_IsNeverMoreThanTheDistance() =>
        Prop.ForAll(Pairs, static pair => Enum.GetValues<EditKind>().All(kind =>
            new TextSketch(pair.Left).FewestEdits(new TextSketch(pair.Right)) <= EditDistance.Between(pair.Left, pair.Right, kind))).Check(Quick.Tests(3_000));

    [Fact]
    public void MayReach_AnyTexts_HoldsWhereTheSimilarityIsReached() =>
        Prop.ForAll(Pairs, Gen.Elements(0.0, 0.5, 0.7, 0.8, 0.85, 0.88, 0.92, 1).ToArbitrary(), static (pair, atLeast) =>
            JaroWinkler.Similarity(pair.Left, pair.Right) < atLeast || new JaroWinklerBound(atLeast).MayReach(new TextSketch(pair.Left), new TextSketch(pair.Right))).Check(Quick.Tests(1_000));

    [Fact]
    public void Quick_AnyTexts_BoundsWhatIsTrueAndKeepsTheUnits() =>
        Prop.ForAll(Pairs, static pair =>
        {
            TextSketch one = TextPart.Of(pair.Left).Sketch();
            TextSketch other = TextPart.Of(pair.Right).Sketch();
            var full = new TextSketch(pair.Left);
            return Enum.GetValues<EditKind>().All(kind => one.FewestEdits(other) <= EditDistance.Between(pair.Left, pair.Right, kind))
                && Bounds.All(bound => JaroWinkler.Similarity(pair.Left, pair.Right) < bound.AtLeast || bound.MayReach(one, other))
                && one.CommonPrefix(other) == full.CommonPrefix(new TextSketch(pair.Right))
                && (one.Length, one.IsWhole) == (full.Length, full.IsWhole)
                && (!one.IsWhole || Units(one) == pair.Left);

            static string Units(TextSketch sketch)
            {
                Span<char> units = stackalloc char[TextSketch.MostUnits];
                sketch.CopyTo(units);
                return units[..sketch.Length].ToString();
            }
        }).Check(Quick.Tests(1_000));

    [Theory]
    [InlineData("martha", "marhta", 4, 6)]
    [InlineData("ab", "abc", 2, 2)]
    [InlineData("张三", "张三丰", 2, 2)]
    public void CommonPrefix_KnownTexts_CountsUpToFour(string left, string right, int prefix, int matches)
    {
        var one = new TextSketch(left);
        var other = new TextSketch(right);
        Assert.Equal(Math.Min(prefix, left.AsSpan().CommonPrefixLength(right)), one.CommonPrefix(other));
        Assert.Equal(matches, one.MostMatches(other));
    }

    [Fact]
    public void FewestEdits_NamesOfStrangers_TellsMostApart()
    {
        // A sketch that never says no would be right and useless.
        TextSketch[] names = [.. "smith jones taylor williams brown davies evans wilson thomas roberts johnson lewis walker robinson wood thompson".Split(' ').Select(static name => new TextSketch(name))];
        double told = names.SelectMany((left, i) => names.Skip(i + 1).Select(right => left.FewestEdits(right) > 2 ? 1.0 : 0)).Average();
        Assert.True(told > 0.9, $"told apart: {told:0.000}");
    }
}
