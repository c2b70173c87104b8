namespace CustomerInsight.Matching;

/// <summary>Compares pairs of records by all comparisons of a design or model.</summary>
/// <threadsafety>Not safe: one worker each.</threadsafety>
internal sealed class PairLevels
{
    private readonly CompiledComparison[] _comparisons;
    private readonly ValueRows _rows;

    public PairLevels(IEnumerable<Comparison> comparisons, PairTestCompiler compiler)
    {
        _comparisons = [.. comparisons.Select(comparison => new CompiledComparison(comparison, compiler))];
        _rows = compiler.Rows([.. _comparisons.Select(static comparison => comparison.Column)]);
    }

    public int Count => _comparisons.Length;

    public CompiledComparison this[int comparison] => _comparisons[comparison];

    /// <summary>The value of each comparison's column that a record has, <see cref="ValueRows.None"/> or <see cref="ValueRows.Several"/>.</summary>
    public ReadOnlySpan<int> Values(int record) => _rows[record];

    /// <summary>The level of each comparison, or <see cref="CompiledComparison.Missing"/>.</summary>
    public void Find(int left, int right, Span<int> levels)
    {
        ReadOnlySpan<int> leftValues = _rows[left];
        ReadOnlySpan<int> rightValues = _rows[right];
        for (int i = 0; i < _comparisons.Length; i++)
        {
            levels[i] = Level(i, left, right, leftValues[i], rightValues[i]);
        }
    }

    /// <summary>The level of one comparison for two records with those values.</summary>
    public int Level(int comparison, int left, int right, int leftValue, int rightValue) =>
        (leftValue | rightValue) >= 0 ? _comparisons[comparison].Level(left, right, leftValue, rightValue)
        : leftValue == ValueRows.None || rightValue == ValueRows.None ? CompiledComparison.Missing
        : _comparisons[comparison].Level(left, right);
}
