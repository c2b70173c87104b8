namespace CustomerInsight.Matching;

internal sealed class SameCondition(string attribute, ValuePart part) : LevelCondition
{
    public const string Kind = "same";

    public string Attribute => attribute;

    public ValuePart Part => part;

    /// <summary>
    /// The part of each value where the condition holds for two values only if they are the same one, since no part is of several values; else null. Empty where
    /// it holds for every value with itself.
    /// </summary>
    public int[]? PartsOfOneValue(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, part);
        return column.Parts is null ? [] : column.IsOneToOne ? column.Parts : null;
    }

    /// <summary>Whether no two values have the same part, since the part is the value itself or nothing.</summary>
    public bool IsOfOneValue => IsWhole || ReferenceEquals(part, ValuePart.Date) || ReferenceEquals(part, ValuePart.Number) || ReferenceEquals(part, ValuePart.GeoPoint);

    public bool IsWhole => ReferenceEquals(part, ValuePart.Whole);

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part) };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, part);
        return new FitTest<SameFit>(column.Column, new SameFit(column.Parts));
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new SameDirectTest(compiler.Part(attribute, part));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, part, static (one, other) => one == other);
}
