namespace CustomerInsight.Models;

/// <summary>The names of the states of <see cref="LifecycleMachine.Default"/>.</summary>
public static class LifecycleStateNames
{
    /// <summary>Known, but has not bought.</summary>
    public const string Prospect = "prospect";

    /// <summary>Bought once.</summary>
    public const string New = "new";

    /// <summary>Buys again and again.</summary>
    public const string Active = "active";

    /// <summary>Buys often.</summary>
    public const string Loyal = "loyal";

    /// <summary>Silent for longer than usual.</summary>
    public const string AtRisk = "at risk";

    /// <summary>Silent for long.</summary>
    public const string Dormant = "dormant";

    /// <summary>Silent for so long that no return is expected.</summary>
    public const string Lost = "lost";

    /// <summary>Bought again after being dormant or lost.</summary>
    public const string WonBack = "won back";
}
