namespace CustomerInsight.Matching;

internal sealed class InitialCondition(string attribute) : LevelCondition
{
    public const string Kind = "initial";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        StandardizedColumn column = compiler.Column(attribute);
        bool[] hasInitial = compiler.Once<bool[]>((Kind, attribute), () => [.. column.Values.Select(static value => NameWords.HasInitial(value))]);
        return new Test(compiler.Part(attribute, ValuePart.Whole), hasInitial);
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) =>
        new InitialDirectTest(compiler.Whole(attribute), compiler.Made(Kind, attribute, ValuePart.Whole, static text => NameWords.HasInitial(text.Span)));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, ValuePart.Whole, static (one, other) =>
        one == other || ((NameWords.HasInitial(one) || NameWords.HasInitial(other)) && NameWords.AgreeInInitials(BestPairTest.Beginning(one), BestPairTest.Beginning(other))));

    private sealed class Test(PartColumn column, bool[] hasInitial) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            (hasInitial[leftPart] || hasInitial[rightPart]) && NameWords.AgreeInInitials(Text(leftPart), Text(rightPart));
    }
}
