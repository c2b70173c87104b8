using System.ComponentModel.DataAnnotations;

namespace CustomerInsight.Models;

/// <summary>Which rule segments a run finds the members of.</summary>
public sealed class SegmentOptions
{
    /// <summary>Gets or sets the segments.</summary>
    /// <value>None. Those of a file come from <see cref="SegmentSet.Load"/>.</value>
    [Required]
    public SegmentSet Segments { get; set; } = new([]);

    /// <summary>Gets or sets which fields of the profiles become traits, by their names.</summary>
    /// <value>Null: all. Fewer need less memory. They come from the records as they are now, whatever the as-of moment.</value>
    public ValueList<string>? ProfileFields { get; set; }
}
