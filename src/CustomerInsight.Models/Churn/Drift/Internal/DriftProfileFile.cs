namespace CustomerInsight.Models;

internal sealed class DriftProfileFile
{
    public required string Name { get; init; }

    public required string Subject { get; init; }

    public required string Kind { get; init; }

    public required int Rows { get; init; }

    public required int Missing { get; init; }

    public double? Mean { get; init; }

    public double[]? Bounds { get; init; }

    public string[]? Levels { get; init; }

    public required double[] Shares { get; init; }

    public double[]? Quantiles { get; init; }

    public double[]? CumulativeShares { get; init; }

    public static DriftProfileFile From(DriftProfile profile) => new()
    {
        Name = profile.Name,
        Subject = profile.Subject.ToString(),
        Kind = profile.Kind.ToString(),
        Rows = profile.Rows,
        Missing = profile.Missing,
        Mean = profile.Mean,
        Bounds = [.. profile.Bounds],
        Levels = [.. profile.Levels],
        Shares = [.. profile.Shares],
        Quantiles = [.. profile.Quantiles],
        CumulativeShares = [.. profile.CumulativeShares],
    };

    public DriftProfile ToProfile()
    {
        TraitKind kind = EnumName.Parse<TraitKind>(Kind);
        DriftSubject subject = EnumName.Parse<DriftSubject>(Subject);
        double[] bounds = Bounds ?? [];
        double[] quantiles = Quantiles ?? [];
        double[] cumulative = CumulativeShares ?? [];
        string[] levels = Levels ?? [];
        bool isLevels = kind is TraitKind.Flag or TraitKind.Text;
        int known = Rows - Missing;
        bool empty = Shares is { Length: 0 } && bounds.Length + levels.Length + quantiles.Length == 0 && Missing == Rows;
        if (string.IsNullOrEmpty(Name) || Missing < 0 || Rows < Missing || Shares is null
            || !(empty || Shares.Length == (isLevels ? levels.Length : bounds.Length) + 1)
            || cumulative.Length != quantiles.Length || (isLevels ? quantiles.Length > 0 : quantiles.Length == 0 && known >= 2 * ProfileFitter.FewestBetween) || (isLevels ? bounds.Length : levels.Length) > 0
            || !IsRising(bounds) || !IsRising(quantiles) || !cumulative.SequenceEqual(cumulative.Order()) || Array.IndexOf(levels, null) >= 0
            || levels.Distinct(StringComparer.Ordinal).Count() < levels.Length
            || Math.Abs(Shares.Sum() - (known > 0 ? 1 : 0)) > 1e-9 || Mean is not (null or (>= double.MinValue and <= double.MaxValue))
            || !Array.TrueForAll([.. Shares, .. cumulative], static share => share is >= 0 and <= 1))
        {
            throw new ArgumentException("A profile's numbers do not go together.", nameof(Shares));
        }

        return new DriftProfile(Name, subject, kind, Rows, Missing)
        {
            Mean = Mean,
            Bounds = ValueList.Create<double>(bounds),
            Levels = ValueList.Create<string>(levels),
            Shares = ValueList.Create<double>(Shares),
            Quantiles = ValueList.Create<double>(quantiles),
            CumulativeShares = ValueList.Create<double>(cumulative),
        };
    }

    private static bool IsRising(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || (i > 0 && values[i] <= values[i - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
