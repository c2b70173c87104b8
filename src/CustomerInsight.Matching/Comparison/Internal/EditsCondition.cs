namespace CustomerInsight.Matching;

internal sealed class EditsCondition(string attribute, ValuePart part, int edits, EditKind kind) : LevelCondition
{
    public const string Kind = "edits";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Text = kind.ToString(), Numbers = [edits] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part), compiler.Sketches(attribute, part), edits, kind);

    private sealed class Test(PartColumn column, TextSketch[] sketches, int edits, EditKind kind) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            sketches[leftPart].FewestEdits(sketches[rightPart]) <= edits && EditDistance.Between(Text(leftPart), Text(rightPart), kind, edits) <= edits;
    }
}
