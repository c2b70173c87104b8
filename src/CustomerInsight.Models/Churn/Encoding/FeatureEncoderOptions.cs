using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>How traits become features.</summary>
public sealed class FeatureEncoderOptions
{
    /// <summary>Gets or sets for what kind of model.</summary>
    /// <value><see cref="EncodingStyle.Linear"/>.</value>
    [EnumDataType(typeof(EncodingStyle))]
    public EncodingStyle Style { get; set; }

    /// <summary>Gets or sets how many rows a level must have to get a column or number of its own. Where there are few rows, one in a hundred of them is enough, but no fewer than 5, so that nobody is known by a rare one.</summary>
    /// <value>20. From 1 to 1,000,000; below 5 it counts as it is.</value>
    [Range(1, 1_000_000)]
    public int MinimumLevelRows { get; set; } = 20;

    /// <summary>Gets or sets how many levels of a trait get a column of their own at most, and how many texts of a set. Of a trait with more, a further column says how common a level is.</summary>
    /// <value>50. From 1 to 10,000. For <see cref="EncodingStyle.Trees"/> it counts for sets only.</value>
    [Range(1, 10_000)]
    public int MaximumLevels { get; set; } = 50;

    /// <summary>Gets or sets how many levels of a trait get a number of their own at most, for <see cref="EncodingStyle.Trees"/>. Of a trait with more, a further column says how common a level is.</summary>
    /// <value>250. From 2 to 1,000,000.</value>
    [Range(2, 1_000_000)]
    public int MaximumNumberedLevels { get; set; } = 250;

    /// <summary>Gets or sets from which skewness on a number is taken as its signed logarithm, for <see cref="EncodingStyle.Linear"/>.</summary>
    /// <value>2, that of an exponential distribution. Above 0; infinity for never.</value>
    public double LogarithmFromSkewness { get; set; } = 2;

    /// <summary>Gets the traits that are not to become features, by their exact names. Names that the data do not have change nothing.</summary>
    /// <value>Empty.</value>
    public ISet<string> LeaveOut { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the traits that are to become features although they look like an identifier or are personal, by their exact names.</summary>
    /// <value>Empty.</value>
    public ISet<string> Keep { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets or sets how many threads work at once.</summary>
    /// <value>0: one for each core. At most 1,024. The result does not depend on it.</value>
    [Range(0, 1_024)]
    public int MaxDegreeOfParallelism { get; set; }

    internal FeatureEncoderOptions Copy()
    {
        var copy = new FeatureEncoderOptions
        {
            Style = Style,
            MinimumLevelRows = MinimumLevelRows,
            MaximumLevels = MaximumLevels,
            MaximumNumberedLevels = MaximumNumberedLevels,
            LogarithmFromSkewness = LogarithmFromSkewness,
            MaxDegreeOfParallelism = MaxDegreeOfParallelism,
        };
        copy.LeaveOut.UnionWith(LeaveOut);
        copy.Keep.UnionWith(Keep);
        return copy;
    }
}
