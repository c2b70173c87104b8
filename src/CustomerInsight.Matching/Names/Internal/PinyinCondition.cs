namespace CustomerInsight.Matching;

internal sealed class PinyinCondition(string attribute, ValuePart part) : LevelCondition
{
    public const string Kind = "same-pinyin";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part) };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        bool[] isHan = compiler.Once<bool[]>((nameof(PinyinCondition), attribute), () => [.. compiler.Column(attribute).Values.Select(static value => Pinyin.HasHan(value))]);
        return isHan.Contains(true) ? new Test(compiler.Part(attribute, part), isHan) : NeverTest.Instance;
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) =>
        new PinyinDirectTest(compiler.Whole(attribute), IsHan(compiler, attribute), compiler.Part(attribute, part));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, ValuePart.Whole, (one, other) =>
        (Pinyin.HasHan(one) || Pinyin.HasHan(other)) && part.Of(one) is { Length: > 0 } read && read == part.Of(other));

    /// <summary>Whether the values of an attribute have Chinese characters.</summary>
    public static DirectFeature<bool> IsHan(DirectCompiler compiler, string attribute) => compiler.Made(Kind, attribute, ValuePart.Whole, static text => Pinyin.HasHan(text.Span));

    private sealed class Test(PartColumn column, bool[] isHan) : ValueTest(column.Column)
    {
        private readonly PartColumn _column = column;

        public override bool Fits(int leftValue, int rightValue) =>
            (isHan[leftValue] || isHan[rightValue]) && _column.Part(leftValue) is >= 0 and int read && read == _column.Part(rightValue);
    }
}
