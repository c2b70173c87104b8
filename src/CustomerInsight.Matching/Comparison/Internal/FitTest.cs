namespace CustomerInsight.Matching;

/// <summary>A <see cref="ValueTest"/> by a structure that decides.</summary>
internal sealed class FitTest<TFit>(StandardizedColumn column, TFit fit) : ValueTest(column)
    where TFit : struct, IValueFit
{
    public override bool Fits(int leftValue, int rightValue) => fit.Fits(leftValue, rightValue);

    public override int Partition(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
    {
        TFit own = fit;
        int fits = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            int pair = pairs[i];
            pairs[i] = pairs[fits];
            pairs[fits] = pair;
            fits += own.Fits(left[pair], right[pair]) ? 1 : 0;
        }

        return fits;
    }
}
