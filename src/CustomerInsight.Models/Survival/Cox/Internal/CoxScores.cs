namespace CustomerInsight.Models;

/// <summary>What each row adds to the slope of the likelihood: the score residuals, on which robust errors rest.</summary>
/// <remarks>Source: Therneau, Grambsch, "Modeling Survival Data" (2000), sections 4.6 (score residuals), 3.4 (ties) and 7.1 (dfbeta); Lin, Wei, "The robust inference for
/// the Cox proportional hazards model", Journal of the American Statistical Association 84 (1989).</remarks>
internal sealed class CoxScores
{
    private readonly CoxRows _rows;

    public CoxScores(CoxRows rows, double[] coefficients, bool efron, ParallelOptions parallel)
    {
        _rows = rows;
        Means = new CoxSlotMeans(rows.Slots.Count, rows.Width);
        Pass = new CoxPass(rows, efron, parallel) { Means = Means };
        Pass.Evaluate(coefficients);
        Pass.SumHazards();
        Means.Sum(rows.Slots);
    }

    public CoxPass Pass { get; }

    public CoxSlotMeans Means { get; }

    /// <summary>Whether the row at a place has the event.</summary>
    public bool HasEvent(int place) => _rows.Slots.IsEvent(place, _rows.Slots.FirstSlots[place]);

    /// <summary>The hazard that a row lived through, relative hazard and all, without its weight.</summary>
    public double Expected(int place)
    {
        int slot = _rows.Slots.FirstSlots[place];
        double hazard = Pass.Lived[slot] - (_rows.Slots.LastSlots is null ? 0 : Pass.Lived[_rows.Slots.LastSlots[place]]);
        return Relative(place) * (HasEvent(place) ? hazard - Pass.TiedHazards[slot] : hazard);
    }

    /// <summary>Writes the score residual of a row, without its weight.</summary>
    public void Write(int place, Span<double> score)
    {
        CoxSlots slots = _rows.Slots;
        int width = _rows.Width;
        int slot = slots.FirstSlots[place];
        bool isEvent = slots.IsEvent(place, slot);
        double expected = Expected(place);
        double relative = Relative(place);
        ReadOnlySpan<double> features = _rows.Row(place);
        for (int column = 0; column < score.Length; column++)
        {
            int at = (slot * width) + column;
            double mean = Means.OfHazards[at] - (slots.LastSlots is null ? 0 : Means.OfHazards[(slots.LastSlots[place] * width) + column]);
            double value = (relative * (isEvent ? mean - Means.OfTied[at] : mean)) - (expected * features[column]);
            score[column] = isEvent ? value + (features[column] - Means.Means[at]) : value;
        }
    }

    /// <summary>Writes how far the features of a row with the event are from the mean of those at risk.</summary>
    public void WriteSchoenfeld(int place, Span<double> residuals)
    {
        ReadOnlySpan<double> features = _rows.Row(place);
        int at = _rows.Slots.FirstSlots[place] * _rows.Width;
        for (int column = 0; column < residuals.Length; column++)
        {
            residuals[column] = features[column] - Means.Means[at + column];
        }
    }

    /// <summary>Sums weight × score over clusters, and gives the sum of the products of these sums.</summary>
    /// <param name="clusters">The cluster of each row of the data; null where each row is one.</param>
    /// <param name="count">How many clusters there are.</param>
    public double[] Products(int[]? clusters, out int count)
    {
        int width = _rows.Width;
        var numbers = new Dictionary<int, int>();
        double[] sums = new double[_rows.Count * width];
        double[] score = new double[_rows.Columns];
        for (int place = 0; place < _rows.Count; place++)
        {
            int sum = place;
            if (clusters is not null && !numbers.TryGetValue(clusters[_rows.Order[place]], out sum))
            {
                sum = numbers.Count;
                numbers.Add(clusters[_rows.Order[place]], sum);
            }

            Write(place, score);
            for (int column = 0; column < score.Length; column++)
            {
                sums[(sum * width) + column] += _rows.Weights[place] * score[column];
            }
        }

        count = clusters is null ? _rows.Count : numbers.Count;
        double[] weights = new double[count];
        Array.Fill(weights, 1);
        double[] products = new double[_rows.Columns * width];
        GramSums.Add(sums.AsSpan(0, count * width), weights, width, _rows.Columns, products);
        return GramSums.Symmetric(products, width, _rows.Columns);
    }

    private double Relative(int place) => Pass.Risks[place] / _rows.Weights[place];
}
