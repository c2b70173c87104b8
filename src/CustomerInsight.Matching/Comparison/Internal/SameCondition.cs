namespace CustomerInsight.Matching;

internal sealed class SameCondition(string attribute, ValuePart part) : LevelCondition
{
    public const string Kind = "same";

    public string Attribute => attribute;

    public bool IsWhole => ReferenceEquals(part, ValuePart.Whole);

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part) };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, part);
        return new FitTest<SameFit>(column.Column, new SameFit(column.Parts));
    }
}
