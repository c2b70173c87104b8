namespace CustomerInsight.Matching;

/// <summary>A condition compiled for one table. Each worker has its own.</summary>
internal abstract class PairTest
{
    /// <summary>The one column whose values decide, or null where the answer depends on more than a value of each record.</summary>
    public virtual StandardizedColumn? Column => null;

    /// <summary>Whether it holds for no pair of the table.</summary>
    public virtual bool IsNever => false;

    /// <summary>About how dear the test is, beside one of two numbers.</summary>
    public virtual int Cost => 2;

    /// <summary>Whether the condition holds for two records.</summary>
    public abstract bool Holds(int left, int right);

    /// <summary>Whether it holds for two records that have one value of <see cref="Column"/> each.</summary>
    public virtual bool Fits(int leftValue, int rightValue) => throw new NotSupportedException("Only tests with a column of their own decide by values.");

    /// <summary>Puts those pairs of a batch first whose values fit. One call for many pairs, so that their looks at memory overlap.</summary>
    /// <param name="left">The left value of every pair of the batch.</param>
    /// <param name="right">The right value.</param>
    /// <param name="pairs">The pairs that are asked about; their order changes.</param>
    /// <returns>How many fit.</returns>
    public virtual int Partition(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
    {
        int fits = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            int pair = pairs[i];
            pairs[i] = pairs[fits];
            pairs[fits] = pair;
            fits += Fits(left[pair], right[pair]) ? 1 : 0;
        }

        return fits;
    }

    /// <summary>Takes a cell in which tests of one ladder leave what they have computed for one another.</summary>
    public virtual void Share(List<SimilarityCell> cells)
    {
    }

    /// <summary>The column that several tests have in common, or null.</summary>
    protected static StandardizedColumn? Common(PairTest[] tests) =>
        tests.Length > 0 && tests.All(test => ReferenceEquals(test.Column, tests[0].Column)) ? tests[0].Column : null;
}
