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

    private sealed class Test(PartColumn column, bool[] isHan) : PairTest
    {
        public override bool Holds(int left, int right)
        {
            foreach (int l in column.Values(left))
            {
                int read = column.Part(l);
                if (read < 0)
                {
                    continue;
                }

                foreach (int r in column.Values(right))
                {
                    if (read == column.Part(r) && (isHan[l] || isHan[r]))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
