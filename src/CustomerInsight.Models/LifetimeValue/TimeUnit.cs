namespace CustomerInsight.Models;

/// <summary>The unit in which a model's own time parameters are stated. Data and questions are in days whatever it is.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks of seven days, as most published parameters are.</summary>
    Week,
}
