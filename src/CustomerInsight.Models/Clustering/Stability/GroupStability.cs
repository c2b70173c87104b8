namespace CustomerInsight.Models;

/// <summary>How well one group is found again when the data are drawn again.</summary>
/// <param name="Group">The group, from 0.</param>
/// <param name="Rows">How many rows of the data are in it.</param>
/// <param name="Jaccard">The mean over the resamples of its likeness to the group that is most like it, in [0, 1]: the rows in both over the rows in either. Not a number for a group of which nothing was drawn.</param>
/// <param name="Dissolved">In which share of the resamples no group was more than half like it.</param>
public sealed record GroupStability(int Group, int Rows, double Jaccard, double Dissolved)
{
    /// <summary>Gets what the likeness means.</summary>
    /// <value>"stable" from 0.85 on, "found again mostly" from 0.75, "a pattern without clear bounds" from 0.6, else "not stable"; "not drawn" for a group of which nothing was drawn.</value>
    public string Verdict => Jaccard switch
    {
        >= 0.85 => "stable",
        >= 0.75 => "found again mostly",
        >= 0.6 => "a pattern without clear bounds",
        double.NaN => "not drawn",
        _ => "not stable",
    };
}
