namespace CustomerInsight.Matching;

/// <summary>Where a number of a trained model comes from.</summary>
public enum ParameterOrigin
{
    /// <summary>The built-in expectation: nothing taught it.</summary>
    Expected,

    /// <summary>Learned from the records.</summary>
    Learned,

    /// <summary>The level was never observed where others of its comparison were: it is as small as its observations allow.</summary>
    NeverObserved,

    /// <summary>Counted among labelled pairs.</summary>
    Labelled,

    /// <summary>Fixed by the host; training did not change it.</summary>
    Fixed,
}
