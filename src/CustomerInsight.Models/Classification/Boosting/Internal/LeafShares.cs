namespace CustomerInsight.Models;

/// <summary>What the columns of a leaf's way add, for each set of columns that lead on.</summary>
internal sealed class LeafShares
{
    /// <summary>Up to so many columns all sets are computed beforehand.</summary>
    private const int MostInTable = 6;

    private readonly LeafPath _path;
    private readonly double[]? _table;

    public LeafShares(LeafPath path)
    {
        _path = path;
        int count = path.Features.Length;
        if (count is > 0 and <= MostInTable)
        {
            _table = new double[count << count];
            for (int set = 0; set < 1 << count; set++)
            {
                Compute((ulong)set, _table.AsSpan(set * count, count));
            }
        }
    }

    public int[] Features => _path.Features;

    /// <summary>Gives what each of <see cref="Features"/> adds.</summary>
    /// <param name="leadOn">A bit for each that leads on.</param>
    /// <param name="space">Room for as many numbers.</param>
    public ReadOnlySpan<double> Of(ulong leadOn, Span<double> space)
    {
        int count = Features.Length;
        if (_table is not null)
        {
            return _table.AsSpan((int)leadOn * count, count);
        }

        Compute(leadOn, space[..count]);
        return space[..count];
    }

    private void Compute(ulong leadOn, Span<double> values)
    {
        Span<bool> leads = stackalloc bool[values.Length];
        for (int i = 0; i < leads.Length; i++)
        {
            leads[i] = (leadOn >> i & 1) != 0;
        }

        PathShapley.Of(_path.Value, _path.Shares, leads, values);
    }
}
