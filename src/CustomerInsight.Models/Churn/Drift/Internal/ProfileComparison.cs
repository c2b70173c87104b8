using System.Globalization;
using MathNet.Numerics.Distributions;

namespace CustomerInsight.Models;

/// <summary>Compares values of today with a profile.</summary>
internal static class ProfileComparison
{
    public static DriftRow Of(DriftProfile profile, DriftValues values, DriftOptions options)
    {
        double referenceMissing = Share(profile.Missing, profile.Rows);
        double currentMissing = Share(values.Rows - values.Known, values.Rows);
        var row = new DriftRow(
            profile.Name, profile.Subject, MissingLevel(profile, values, currentMissing - referenceMissing, options), null, null, null, null, referenceMissing, currentMissing, profile.Mean, ProfileFitter.MeanOf(values), []);
        int known = profile.Rows - profile.Missing;
        if (known == 0 || values.Known == 0)
        {
            return row;
        }

        double[] shares = values.Levels is { } counts ? ProfileFitter.SharesOf(counts, profile.Levels) : QuantileBins.Shares(values.Numbers!, profile.Bounds.AsSpan());
        double index = PopulationStability.OfShares(profile.Shares.AsSpan(), shares);
        int filled = shares.Zip(profile.Shares).Count(static pair => pair.First > 0 || pair.Second > 0);
        double bound = filled < 2 ? 0 : ChiSquared.InvCDF(filled - 1, 1 - options.ChanceLevel) * ((1.0 / known) + (1.0 / values.Known));
        DriftLevel level = index <= bound ? DriftLevel.Stable : index >= options.Alert ? DriftLevel.Alert : index >= options.Warning ? DriftLevel.Warning : DriftLevel.Stable;
        double? distance = values.Numbers is { } numbers && profile.Quantiles.Count > 0
            ? ProfileFitter.CumulativeShares(numbers, profile.Quantiles.AsSpan()).Zip(profile.CumulativeShares).Max(static pair => Math.Abs(pair.First - pair.Second))
            : null;
        return row with
        {
            Level = level > row.Level ? level : row.Level,
            StabilityIndex = index,
            ChanceBound = bound,
            Distance = distance,
            PValue = distance is double known1 ? KolmogorovSmirnovTest.PValueOf(known1, known, values.Known) : null,
            Bins = ValueList.From(Labels(profile).Select((label, bin) => new DriftBin(label, profile.Shares[bin], shares[bin]))),
        };
    }

    private static double Share(int count, int rows) => rows == 0 ? 0 : (double)count / rows;

    private static DriftLevel MissingLevel(DriftProfile profile, DriftValues values, double change, DriftOptions options)
    {
        if (profile.Rows == 0 || values.Rows == 0)
        {
            return DriftLevel.Stable;
        }

        double both = (double)(profile.Missing + values.Rows - values.Known) / ((double)profile.Rows + values.Rows);
        double bound = Normal.InvCDF(0, 1, 1 - (options.ChanceLevel / 2)) * Math.Sqrt(both * (1 - both) * ((1.0 / profile.Rows) + (1.0 / values.Rows)));
        double size = Math.Abs(change);
        return size <= bound ? DriftLevel.Stable : size >= options.MissingAlert ? DriftLevel.Alert : size >= options.MissingWarning ? DriftLevel.Warning : DriftLevel.Stable;
    }

    private static IEnumerable<string> Labels(DriftProfile profile)
    {
        if (profile.Kind is TraitKind.Flag or TraitKind.Text)
        {
            return profile.Levels.Append("other");
        }

        ValueList<double> bounds = profile.Bounds;
        return Enumerable.Range(0, bounds.Count + 1).Select(bin => string.Create(
            CultureInfo.InvariantCulture,
            $"{(bin == 0 ? "below" : $"{bounds[bin - 1]:G6} to")} {(bin == bounds.Count ? "above" : $"{bounds[bin]:G6}")}"));
    }
}
