namespace CustomerInsight.Matching;

internal sealed class EditsCondition(string attribute, ValuePart part, int edits, EditKind kind) : LevelCondition
{
    public const string Kind = "edits";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Text = kind.ToString(), Numbers = [edits] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, part);
        return new FitTest<EditsFit>(column.Column, new EditsFit(column, compiler.Sketches(attribute, part), edits, kind));
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new EditsDirectTest(compiler.Part(attribute, part), compiler.Sketches(attribute, part), edits, kind);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, part, (one, other) =>
        one == other || EditDistance.Between(BestPairTest.Beginning(one), BestPairTest.Beginning(other), kind, edits) <= edits);
}
