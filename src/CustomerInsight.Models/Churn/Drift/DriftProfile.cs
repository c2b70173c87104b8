namespace CustomerInsight.Models;

/// <summary>What is kept of one feature, of the predictions or of the labels: shares and quantiles.</summary>
/// <remarks>A quantile is the value of somebody, but there are ten customers between two of them at least, and none are kept of fewer than 20; a text is kept where many have it.</remarks>
public sealed record DriftProfile
{
    internal DriftProfile(string name, DriftSubject subject, TraitKind kind, int rows, int missing)
    {
        Name = name;
        Subject = subject;
        Kind = kind;
        Rows = rows;
        Missing = missing;
    }

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets what it is.</summary>
    public DriftSubject Subject { get; }

    /// <summary>Gets the kind of its values. Days are compared as days before the table's day, and sets of texts by how many texts they have.</summary>
    public TraitKind Kind { get; }

    /// <summary>Gets how many rows there were.</summary>
    public int Rows { get; }

    /// <summary>Gets how many of them had no value.</summary>
    public int Missing { get; }

    /// <summary>Gets the mean of the known values; of flags the share of yes. Null for texts, and where none is known.</summary>
    public double? Mean { get; internal init; }

    /// <summary>Gets the bounds between the bins of numbers, rising; a bin has its lower bound. None for flags and texts, and of fewer than 20 known values.</summary>
    public ValueList<double> Bounds { get; internal init; }

    /// <summary>Gets the levels of flags and texts, the commonest first. None for numbers.</summary>
    public ValueList<string> Levels { get; internal init; }

    /// <summary>Gets the share of the known values in each bin, or at each level; after the levels that of all others.</summary>
    public ValueList<double> Shares { get; internal init; }

    /// <summary>Gets quantiles of numbers, rising, at which cumulative shares are compared. None of fewer than 20 known values.</summary>
    public ValueList<double> Quantiles { get; internal init; }

    /// <summary>Gets the share of the known values that is at most each of the <see cref="Quantiles"/>.</summary>
    public ValueList<double> CumulativeShares { get; internal init; }

    /// <summary>The same shares, as if each row had a value.</summary>
    internal DriftProfile WithoutMissing() => Missing == 0 ? this : new DriftProfile(Name, Subject, Kind, Rows, 0)
    {
        Mean = Mean,
        Bounds = Bounds,
        Levels = Levels,
        Shares = Shares,
        Quantiles = Quantiles,
        CumulativeShares = CumulativeShares,
    };
}
