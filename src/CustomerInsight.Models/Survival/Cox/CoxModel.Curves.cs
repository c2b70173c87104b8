namespace CustomerInsight.Models;

public sealed partial record CoxModel
{
    /// <summary>Gives a customer's curve of being still there.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <param name="survived">How long the customer has been there: the curve is then of the time that is left, from 0. At least 0.</param>
    /// <returns>The curve: its median and restricted mean are the customer's.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="survived"/> is negative or not a number.</exception>
    /// <exception cref="InvalidOperationException">The model has several strata: ask that of <see cref="InStratum"/>.</exception>
    /// <remarks>O(n) in the times of events.</remarks>
    public SurvivalCurve Curve(ReadOnlySpan<double> features, double survived = 0)
    {
        CoxBaseline baseline = OnlyBaseline;
        double risk = Risk(features);
        double had = baseline.At(survived);
        if (survived >= baseline.End)
        {
            return new SurvivalCurve([], [], 0);
        }

        ReadOnlySpan<double> times = baseline.Times.AsSpan();
        int first = times.BinarySearch(survived);
        first = first >= 0 ? first + 1 : ~first;
        double[] probabilities = new double[times.Length - first];
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Survival(baseline.CumulativeHazards[first + i] - had, risk);
        }

        return SurvivalCurve.From(times[first..], probabilities, baseline.End, survived);
    }

    /// <summary>Gives the chance that a customer who has been there for some time stays for some more.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <param name="survived">How long the customer has been there. At least 0.</param>
    /// <param name="ahead">How long from then on. At least 0.</param>
    /// <returns>From 0 to 1; not a number where nothing is known of so long a time: where both together are past <see cref="CoxBaseline.End"/>.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not a number.</exception>
    /// <exception cref="InvalidOperationException">The model has several strata: ask that of <see cref="InStratum"/>.</exception>
    /// <remarks>O(log n) in the times of events.</remarks>
    public double SurvivalAfter(ReadOnlySpan<double> features, double survived, double ahead)
    {
        if (!(ahead >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(ahead), ahead, "Expected a time of at least 0.");
        }

        CoxBaseline baseline = OnlyBaseline;
        double risk = Risk(features);
        double hazard = baseline.At(survived + ahead) - baseline.At(survived);
        return survived + ahead > baseline.End ? double.NaN : Survival(hazard, risk);
    }

    /// <summary>Gives the curve of a customer with every feature at its mean.</summary>
    /// <returns>The curve.</returns>
    /// <exception cref="InvalidOperationException">The model has several strata: ask that of <see cref="InStratum"/>.</exception>
    /// <remarks>O(n) in the times of events. A mean of flags is nobody's flag: for what to expect of a group, average the curves of its customers.</remarks>
    public SurvivalCurve BaselineCurve() => Curve(Coefficients.Select(static coefficient => coefficient.Mean).ToArray());

    /// <summary>Measures how well the model orders customers by who leaves first (Harrell's concordance index), within strata.</summary>
    /// <param name="data">The customers: those of the fit, or better others.</param>
    /// <returns>The index with its standard error, by clusters where the data have them; only ends of the model's cause are events.</returns>
    /// <exception cref="ArgumentException">The data have other features.</exception>
    /// <remarks>O(n log n).</remarks>
    public ConcordanceEstimate Concordance(SurvivalData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] risks = new double[data.Features.Rows];
        Risks(data.Features, risks);
        return Models.Concordance.Harrell(data.Times.OnlyCause(Cause), risks, data.Strata, data.Clusters);
    }

    /// <summary>Gives the chance that each of many customers is still there.</summary>
    /// <param name="rows">Rows with the features of <see cref="Columns"/>, in that order, all finite.</param>
    /// <param name="time">After how long. At least 0.</param>
    /// <param name="chances">Where the chances go: as many as rows.</param>
    /// <exception cref="ArgumentException">The features are others or not finite, or there is no place for each row.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    /// <exception cref="InvalidOperationException">The model has several strata: ask that of <see cref="InStratum"/>.</exception>
    /// <remarks>Time O(rows × features).</remarks>
    public void Survival(FeatureMatrix rows, double time, Span<double> chances)
    {
        double hazard = OnlyBaseline.At(time);
        Risks(rows, chances);
        foreach (ref double chance in chances)
        {
            chance = Survival(hazard, chance);
        }
    }
}
