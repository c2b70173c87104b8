namespace CustomerInsight;

/// <summary>What puts a contact point before the next of its kind.</summary>
public enum ContactRank
{
    /// <summary>There is no next.</summary>
    Last,

    /// <summary>The next is of values that a standardizer rejected, so that it may reach nobody.</summary>
    Usable,

    /// <summary>The next was observed last at an earlier time, or at none that is known.</summary>
    MoreRecent,

    /// <summary>The next is claimed by fewer records.</summary>
    MoreRecords,

    /// <summary>The next is of less trusted sources only.</summary>
    MoreTrusted,

    /// <summary>Nothing tells them apart but the ordinal order of their values.</summary>
    Order,
}
