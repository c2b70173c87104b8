namespace CustomerInsight.Matching;

internal sealed class NicknameCondition(string attribute, Nicknames nicknames) : LevelCondition
{
    public const string Kind = "nickname";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Text = ReferenceEquals(nicknames, Nicknames.Default) ? null : nicknames.Name };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        StandardizedColumn column = compiler.Column(attribute);
        return new FitTest<TagFit>(column, new TagFit(compiler.Once((nicknames, attribute), () => ValueTags.Of(column, nicknames.Ids))));
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) =>
        new NicknameDirectTest(compiler.Whole(attribute), compiler.OfText(nicknames, attribute, nicknames.Ids));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, ValuePart.Whole, nicknames.Share);
}
