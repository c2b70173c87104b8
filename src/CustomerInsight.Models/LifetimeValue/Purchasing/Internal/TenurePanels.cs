namespace CustomerInsight.Models;

/// <summary>Evaluates a positive function of repeats and tenure, such as the purchases to expect of the living, for many customers.</summary>
/// <remarks>
/// For each number of repeats the function is interpolated in 1 + tenure / shift by one polynomial for each half of an octave (1 … 1.5, 1.5 … 2, 2 … 3, 3 … 4, …).
/// These panels, and so the results, depend on the customer's own row alone, unless a polynomial is to be worth its while. Where a polynomial is not true to 10⁻¹² at places between its nodes,
/// and for very many repeats, which few customers have, the function itself is asked.
/// </remarks>
internal static class TenurePanels
{
    private const int MostRepeats = 1_023;
    private const int MostPanels = 128;
    private const double Tolerance = 1e-12;

    // The exponent and the first bit of the mantissa of a double number the panels.
    private const int BitsBelowPanel = 51;

    // In the table of polynomials: where the function itself is to be asked.
    private const int AskFunction = -1;

    private static readonly long BitsOfOne = BitConverter.DoubleToInt64Bits(1);
    private static readonly double[] Middles = [.. Enumerable.Range(0, MostPanels).Select(static panel => (StartOf(panel) + StartOf(panel + 1)) / 2)];
    private static readonly double[] HalfWidths = [.. Enumerable.Range(0, MostPanels).Select(static panel => (StartOf(panel + 1) - StartOf(panel)) / 2)];

    /// <param name="function">The function of repeats and tenure in days: positive, and analytic in the tenure but for tenures of −shift and less. Safe from many threads.</param>
    /// <param name="shift">How many days before tenure 0 the nearest singularity is, such as α in days. Above 0.</param>
    /// <param name="patterns">The customers.</param>
    /// <param name="results">What the function gives for each.</param>
    /// <param name="parallel">How to ask the function; null for all cores.</param>
    /// <param name="leastCustomers">How many customers are worth a polynomial, for a function so dear that fewer are better asked about one by one; what comes out for one then depends on the others in its thirteenth digit.</param>
    public static void Evaluate(
        Func<int, double, double> function, double shift, ReadOnlySpan<RepeatPattern> patterns, Span<double> results, ParallelOptions? parallel = null, int leastCustomers = 1)
    {
        parallel ??= FixedChunks.Parallel(0, CancellationToken.None);
        (int rows, int panels) = Extent(patterns, shift);
        int[] table = new int[rows * panels];
        int[] cells = MarkNeeded(patterns, shift, table, rows, panels, leastCustomers);
        double[] coefficients = new double[cells.Length * PanelPolynomial.Size];
        Parallel.For(0, cells.Length, parallel, i =>
        {
            (int repeats, int panel) = Math.DivRem(cells[i], panels);
            bool isTrue = Interpolate(function, repeats, shift, panel, coefficients.AsSpan(i * PanelPolynomial.Size, PanelPolynomial.Size));
            table[cells[i]] = isTrue ? i : AskFunction;
        });

        var exact = new List<int>();
        for (int i = 0; i < patterns.Length; i++)
        {
            int repeats = patterns[i].Repeats;
            double place = 1 + (patterns[i].TenureDays / shift);
            int panel = PanelOf(place);
            int polynomial = repeats < rows && panel < panels ? table[(repeats * panels) + panel] : AskFunction;
            if (polynomial == AskFunction)
            {
                exact.Add(i);
                continue;
            }

            results[i] = PanelPolynomial.At(coefficients.AsSpan(polynomial * PanelPolynomial.Size, PanelPolynomial.Size), (place - Middles[panel]) / HalfWidths[panel]);
        }

        Ask(function, patterns, exact, results, parallel);
    }

    private static (int Rows, int Panels) Extent(ReadOnlySpan<RepeatPattern> patterns, double shift)
    {
        int repeats = -1;
        double tenure = 0;
        foreach (ref readonly RepeatPattern pattern in patterns)
        {
            repeats = Math.Max(repeats, pattern.Repeats);
            tenure = Math.Max(tenure, pattern.TenureDays);
        }

        return (Math.Min(repeats, MostRepeats) + 1, Math.Min(PanelOf(1 + (tenure / shift)) + 1, MostPanels));
    }

    private static int[] MarkNeeded(ReadOnlySpan<RepeatPattern> patterns, double shift, int[] table, int rows, int panels, int leastCustomers)
    {
        foreach (ref readonly RepeatPattern pattern in patterns)
        {
            int panel = PanelOf(1 + (pattern.TenureDays / shift));
            if (pattern.Repeats < rows && panel < panels)
            {
                table[(pattern.Repeats * panels) + panel]++;
            }
        }

        var cells = new List<int>();
        for (int cell = 0; cell < table.Length; cell++)
        {
            if (table[cell] >= leastCustomers)
            {
                cells.Add(cell);
            }
            else
            {
                table[cell] = AskFunction;
            }
        }

        return [.. cells];
    }

    private static bool Interpolate(Func<int, double, double> function, int repeats, double shift, int panel, Span<double> coefficients)
    {
        double middle = Middles[panel];
        double half = HalfWidths[panel];
        Span<double> values = stackalloc double[PanelPolynomial.Size];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(repeats, TenureAt(PanelPolynomial.Nodes[i]));
        }

        PanelPolynomial.Fill(values, coefficients);
        foreach (double z in PanelPolynomial.Checks)
        {
            double exact = function(repeats, TenureAt(z));

            // Not a number, infinite and 0 do not pass.
            if (!(Math.Abs(PanelPolynomial.At(coefficients, z) - exact) < Tolerance * exact))
            {
                return false;
            }
        }

        return true;

        double TenureAt(double z) => (middle - 1 + (half * z)) * shift;
    }

    private static void Ask(Func<int, double, double> function, ReadOnlySpan<RepeatPattern> patterns, List<int> places, Span<double> results, ParallelOptions parallel)
    {
        // A span cannot go to other threads.
        var rows = new (int Repeats, double Tenure)[places.Count];
        double[] values = new double[places.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (patterns[places[i]].Repeats, patterns[places[i]].TenureDays);
        }

        Parallel.For(0, rows.Length, parallel, i => values[i] = function(rows[i].Repeats, rows[i].Tenure));
        for (int i = 0; i < values.Length; i++)
        {
            results[places[i]] = values[i];
        }
    }

    private static int PanelOf(double place) => (int)((BitConverter.DoubleToInt64Bits(place) - BitsOfOne) >> BitsBelowPanel);

    private static double StartOf(int panel) => BitConverter.Int64BitsToDouble(((long)panel << BitsBelowPanel) + BitsOfOne);
}
