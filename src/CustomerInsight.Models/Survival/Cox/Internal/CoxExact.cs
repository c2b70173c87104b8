namespace CustomerInsight.Models;

/// <summary>The log partial likelihood with exact ties: those with the event against every choice of as many of those at risk.</summary>
/// <remarks>
/// The sums over choices grow row by row: a choice of k of the first n rows has row n in it or not; derivatives likewise. Each row is taken as chosen with a chance of its own, such that
/// as many are expected as have the event: sums are then chances, which neither overflow nor vanish, however many events are tied (Chen, Dempster, Liu, "Weighted finite population
/// sampling to maximize entropy", Biometrika 81 (1994)).
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
        int[] atRisk = [.. Enumerable.Range(_firstRows[slot], end - _firstRows[slot]).Where(row => IsAtRisk(row, slot))];
        int size = 1 + columns + (columns * columns);
        if (atRisk.Length == events)
        {
            // There is but one choice.
            return (0, new double[size - 1]);
        }

        double[] logOdds = Array.ConvertAll(atRisk, row => _exponents[row]);
        double shift = ChoiceOdds.Shift(logOdds, events);
        double[] choices = new double[(events + 1) * size];
        choices[0] = 1;
        double logNone = 0;
        for (int seen = 1; seen <= atRisk.Length; seen++)
        {
            int row = atRisk[seen - 1];
            double shifted = logOdds[seen - 1] + shift;
            double chance = 1 / (1 + Math.Exp(-shifted));
            double against = 1 / (1 + Math.Exp(shifted));
            logNone -= Math.Max(shifted, 0) + Math.Log(1 + Math.Exp(-Math.Abs(shifted)));

            // From fewer than that, the rows to come are too few to make up the choice.
            int fewest = events - (atRisk.Length - seen);
            for (int k = Math.Min(seen, events); k > 0 && k >= fewest; k--)
            {
                AddRow(choices.AsSpan(k * size, size), choices.AsSpan((k - 1) * size, size), _rows.Row(row)[..columns], chance, against);
            }

            choices[0] *= against;
        }

        ReadOnlySpan<double> all = choices.AsSpan(events * size, size);
        double value = logNone - Math.Log(all[0]) + (events * shift);
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

    // A choice without this row, or of one fewer with it, whose sum of features is that of the others and the row's own.
    private static void AddRow(Span<double> to, ReadOnlySpan<double> fewer, ReadOnlySpan<double> features, double chance, double against)
    {
        int columns = features.Length;
        to[0] = (against * to[0]) + (chance * fewer[0]);
        for (int i = 0; i < columns; i++)
        {
            to[1 + i] = (against * to[1 + i]) + (chance * (fewer[1 + i] + (features[i] * fewer[0])));
            int at = 1 + columns + (i * columns);
            for (int j = i; j < columns; j++)
            {
                to[at + j] = (against * to[at + j]) + (chance * (fewer[at + j] + (features[i] * fewer[1 + j]) + (features[j] * (fewer[1 + i] + (features[i] * fewer[0])))));
            }
        }
    }
}
