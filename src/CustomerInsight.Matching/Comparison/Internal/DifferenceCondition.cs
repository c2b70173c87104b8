namespace CustomerInsight.Matching;

/// <summary>Numbers near each other, by their difference or by its share of the larger of the two.</summary>
internal sealed class DifferenceCondition(string attribute, double limit, bool relative) : LevelCondition
{
    public const string Kind = "difference";
    public const string RelativeKind = "relative-difference";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(relative ? RelativeKind : Kind) { Attributes = [attribute], Numbers = [limit] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, ValuePart.Number);
        return new Test(column, compiler.Once((nameof(DifferenceCondition), attribute), () => column.Texts.Select(static text => Number(text)).ToArray()), this);
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new MadeDirectTest<double>(
        compiler.Part(attribute, ValuePart.Number),
        compiler.Made(nameof(DifferenceCondition), attribute, ValuePart.Number, static text => Number(text.Span)),
        same: true,
        IsNear);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, ValuePart.Number, (one, other) =>
        one == other || IsNear(Number(one), Number(other)));

    private static double Number(ReadOnlySpan<char> text) => NumberText.TryRead(text, out double number) ? number : double.NaN;

    private bool IsNear(double left, double right) => Math.Abs(left - right) <= (relative ? limit * Math.Max(Math.Abs(left), Math.Abs(right)) : limit);

    private sealed class Test(PartColumn column, double[] numberOf, DifferenceCondition condition) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) => condition.IsNear(numberOf[leftPart], numberOf[rightPart]);
    }
}
