namespace CustomerInsight.Models;

/// <summary>The polynomial of degree 15 through a function's values at the Chebyshev points of −1 … 1, as its 16 coefficients of powers.</summary>
/// <remarks>
/// Powers instead of Chebyshev polynomials, since they cost half as much to sum; they lose no digits where the Chebyshev coefficients fall
/// faster than 2⁻ᵏ, and where those do not, the degree is too low anyway, which the caller's check finds.
/// <para>Source: Trefethen, "Approximation Theory and Approximation Practice" (2013), chapters 3, 4 and 8.</para>
/// </remarks>
internal static class PanelPolynomial
{
    public const int Size = 16;

    private static readonly double[] NodeTable = MakeNodes();
    private static readonly double[] ToPowers = MakeToPowers();

    /// <summary>Gets where the function is to be evaluated.</summary>
    public static ReadOnlySpan<double> Nodes => NodeTable;

    /// <summary>Gets three of the places where the error can be largest: between nodes, and at both ends.</summary>
    public static ReadOnlySpan<double> Checks => [-1, 0.19509032201612825, 1];

    /// <summary>Computes the coefficients from the values at <see cref="Nodes"/>.</summary>
    public static void Fill(ReadOnlySpan<double> values, Span<double> coefficients)
    {
        Span<double> chebyshev = stackalloc double[Size];
        for (int k = 0; k < Size; k++)
        {
            double sum = 0;
            for (int j = 0; j < Size; j++)
            {
                // The cosines of k · (2j + 1)π / 32, whose period is 64.
                sum += values[j] * Math.Cos(k * ((2 * j) + 1) % (4 * Size) * Math.PI / (2 * Size));
            }

            chebyshev[k] = sum * (k == 0 ? 1 : 2) / Size;
        }

        for (int power = 0; power < Size; power++)
        {
            double sum = 0;
            for (int k = Size - 1; k >= power; k--)
            {
                sum += ToPowers[(power * Size) + k] * chebyshev[k];
            }

            coefficients[power] = sum;
        }
    }

    /// <summary>Computes the polynomial at a place from −1 to 1.</summary>
    public static double At(ReadOnlySpan<double> coefficients, double z)
    {
        // Even and odd powers apart: two short chains run beside each other.
        double square = z * z;
        double odd = coefficients[15];
        double even = coefficients[14];
        for (int power = 13; power > 0; power -= 2)
        {
            odd = Math.FusedMultiplyAdd(odd, square, coefficients[power]);
            even = Math.FusedMultiplyAdd(even, square, coefficients[power - 1]);
        }

        return Math.FusedMultiplyAdd(odd, z, even);
    }

    private static double[] MakeNodes()
    {
        double[] nodes = new double[Size];
        for (int j = 0; j < Size; j++)
        {
            nodes[j] = Math.Cos(((2 * j) + 1) * Math.PI / (2 * Size));
        }

        return nodes;
    }

    private static double[] MakeToPowers()
    {
        // Row: power, column: which Chebyshev polynomial. T₀ = 1, T₁ = z, Tₖ₊₁ = 2z·Tₖ − Tₖ₋₁; all whole numbers.
        double[] table = new double[Size * Size];
        table[0] = 1;
        table[Size + 1] = 1;
        for (int k = 2; k < Size; k++)
        {
            for (int power = 0; power <= k; power++)
            {
                table[(power * Size) + k] = (power > 0 ? 2 * table[((power - 1) * Size) + k - 1] : 0) - table[(power * Size) + k - 2];
            }
        }

        return table;
    }
}
