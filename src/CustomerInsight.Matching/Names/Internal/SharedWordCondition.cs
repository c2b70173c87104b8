namespace CustomerInsight.Matching;

internal sealed class SharedWordCondition(string attribute) : LevelCondition
{
    public const string Kind = "shares-word";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        StandardizedColumn column = compiler.Column(attribute);
        return new FitTest<TagFit>(column, new TagFit(compiler.Once((Kind, attribute), () => WordsOf(column))));
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) =>
        new WordsDirectTest(compiler.Whole(attribute), compiler.OfText(Kind, attribute, NameWords.TellingHashes));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, ValuePart.Whole, static (one, other) =>
        one == other || NameWords.Telling(one).Intersect(NameWords.Telling(other), StringComparer.Ordinal).Any());

    private static ValueTags WordsOf(StandardizedColumn column)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return ValueTags.Of(column, name => [.. NameWords.Telling(name).Select(Id).Distinct().Order()]);

        int Id(string word)
        {
            if (!ids.TryGetValue(word, out int id))
            {
                id = ids.Count;
                ids.Add(word, id);
            }

            return id;
        }
    }
}
