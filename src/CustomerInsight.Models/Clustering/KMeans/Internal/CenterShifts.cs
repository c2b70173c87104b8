namespace CustomerInsight.Models;

/// <summary>How far the centres have moved since the search began, as what a row's gap may have shrunk by.</summary>
/// <remarks>
/// The gap of a row is the distance to its second nearest centre less that to its nearest. It shrinks by at most the way of its own centre and the longest
/// way of any other, so a row whose gap is above the sum of those is nearest to the centre it was nearest to.
/// <para>Source: Hamerly, "Making k-means even faster", SIAM SDM 2010, with both of its bounds in one number.</para>
/// </remarks>
internal sealed class CenterShifts(int centers)
{
    // More than all rounding of the ways, and of a float.
    private const double Above = 1 + (1.0 / (1 << 20));
    private const float Margin = 1f / (1 << 21);
    private const float Least = 1e-37f;

    private readonly double[] _spent = new double[centers];

    /// <summary>What the gap of a row of each centre has shrunk by at most.</summary>
    public float[] Spent { get; } = new float[Math.Max(centers, StaleRows.Room)];

    /// <summary>What to add to the gap of a row to make it comparable with <see cref="Spent"/> from now on: never too much.</summary>
    public double[] Before { get; } = new double[centers];

    /// <summary>Counts one move of all centres.</summary>
    public void Move(ReadOnlySpan<double> ways)
    {
        (double longest, double second, int number) = (0, 0, -1);
        for (int center = 0; center < ways.Length; center++)
        {
            if (ways[center] > longest)
            {
                (longest, second, number) = (ways[center], longest, center);
            }
            else if (ways[center] > second)
            {
                second = ways[center];
            }
        }

        for (int center = 0; center < ways.Length; center++)
        {
            _spent[center] += (ways[center] + (center == number ? second : longest)) * Above;
            Before[center] = _spent[center] * (1 - Margin);
            Spent[center] = ((float)_spent[center] * (1 + Margin)) + Least;
        }
    }
}
