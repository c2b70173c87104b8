namespace CustomerInsight.Models;

/// <summary>The log partial likelihood with exact ties: those with the event against every choice of as many of those at risk.</summary>
/// <remarks>
/// The sums over choices grow row by row: a choice of k of the first n rows has row n in it or not; derivatives likewise.
/// <para>Source: Gail, Lubin, Rubinstein, "Likelihood calculations for matched case-control studies and survival studies with tied death times", Biometrika 68 (1981).</para>
/// </remarks>
internal sealed class CoxExact : ICoxLikelihood
{
    private readonly CoxRows _rows;
    private readonly int[] _firstRows;
    private readonly ParallelOptions _parallel;
    private double[] _exponents;
    private double[] _information = [];

    public CoxExact(CoxRows rows, ParallelOptions parallel)
    {
        _rows = rows;
        _parallel = parallel;
        _exponents = new double[rows.Count];
        Gradient = new double[rows.Columns];
        _firstRows = new int[rows.Slots.Count];
        for (int slot = 1; slot < _firstRows.Length; slot++)
        {
            _firstRows[slot] = rows.Slots.Events[slot - 1] == 0 ? rows.Slots.From(slot) : _firstRows[slot - 1];
        }
    }

    public double Value { get; private set; }

    public double[] Gradient { get; private set; }

    public bool Evaluate(ReadOnlySpan<double> coefficients)
    {
        int columns = _rows.Columns;
        double[] exponents = new double[_rows.Count];
        for (int row = 0; row < exponents.Length; row++)
        {
            exponents[row] = Bfgs.Dot(coefficients, _rows.Row(row));
        }

        _exponents = exponents;
        var parts = new (double Value, double[] Sums)[_rows.Slots.Count];
        RowChunks.For(parts.Length, 1, _parallel, (slot, _, _) => parts[slot] = _rows.Slots.Events[slot] == 0 ? (0, []) : Slot(slot));
        double value = 0;
        double[] gradient = new double[columns];
        double[] information = new double[columns * columns];
        foreach ((double part, double[] sums) in parts)
        {
            value += part;
            for (int i = 0; i < sums.Length; i++)
            {
                if (i < columns)
                {
                    gradient[i] += sums[i];
                }
                else
                {
                    information[i - columns] += sums[i];
                }
            }
        }

        (Value, Gradient, _information) = (value, gradient, information);
        return double.IsFinite(value);
    }

    public double[] Information() => _information;

    // What the events of one time add: to the value, to the slope, and to the information.
    private (double Value, double[] Sums) Slot(int slot)
    {
        int columns = _rows.Columns;
        int events = _rows.Slots.Events[slot];
        int end = _rows.Slots.Ends[slot];
        double largest = double.NegativeInfinity;
        for (int row = _firstRows[slot]; row < end; row++)
        {
            largest = IsAtRisk(row, slot) ? Math.Max(largest, _exponents[row]) : largest;
        }

        double total = 0;
        for (int row = _firstRows[slot]; row < end; row++)
        {
            total += IsAtRisk(row, slot) ? Math.Exp(_exponents[row] - largest) : 0;
        }

        // Relative hazards that add up to the number of events: sums over choices of them neither overflow nor vanish.
        double shift = largest + Math.Log(total / events);
        int size = 1 + columns + (columns * columns);
        double[] choices = new double[(events + 1) * size];
        choices[0] = 1;
        int seen = 0;
        for (int row = _firstRows[slot]; row < end; row++)
        {
            if (IsAtRisk(row, slot))
            {
                seen++;
                double risk = Math.Exp(_exponents[row] - shift);
                for (int k = Math.Min(seen, events); k > 0; k--)
                {
                    AddRow(choices.AsSpan(k * size, size), choices.AsSpan((k - 1) * size, size), _rows.Row(row)[..columns], risk);
                }
            }
        }

        ReadOnlySpan<double> all = choices.AsSpan(events * size, size);
        double value = -Math.Log(all[0]) - (events * shift);
        double[] sums = new double[size - 1];
        for (int row = end - events; row < end; row++)
        {
            value += _exponents[row];
            for (int column = 0; column < columns; column++)
            {
                sums[column] += _rows.Row(row)[column];
            }
        }

        for (int i = 0; i < columns; i++)
        {
            double mean = all[1 + i] / all[0];
            sums[i] -= mean;
            for (int j = 0; j < columns; j++)
            {
                // Only from the diagonal on are the products summed.
                double product = all[1 + columns + (Math.Min(i, j) * columns) + Math.Max(i, j)];
                sums[columns + (i * columns) + j] = (product / all[0]) - (mean * all[1 + j] / all[0]);
            }
        }

        return (value, sums);
    }

    private bool IsAtRisk(int row, int slot) => _rows.Slots.LastSlots is null || _rows.Slots.LastSlots[row] > slot;

    // A choice of one fewer with this row: its sum of features is that of the others and the row's own.
    private static void AddRow(Span<double> to, ReadOnlySpan<double> fewer, ReadOnlySpan<double> features, double risk)
    {
        int columns = features.Length;
        to[0] += risk * fewer[0];
        for (int i = 0; i < columns; i++)
        {
            to[1 + i] += risk * (fewer[1 + i] + (features[i] * fewer[0]));
            int at = 1 + columns + (i * columns);
            for (int j = i; j < columns; j++)
            {
                to[at + j] += risk * (fewer[at + j] + (features[i] * fewer[1 + j]) + (features[j] * (fewer[1 + i] + (features[i] * fewer[0]))));
            }
        }
    }
}
