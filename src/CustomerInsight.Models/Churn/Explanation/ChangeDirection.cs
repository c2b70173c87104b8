namespace CustomerInsight.Models;

/// <summary>Which way a number can be changed.</summary>
public enum ChangeDirection
{
    /// <summary>Up or down.</summary>
    Either,

    /// <summary>Up only.</summary>
    Up,

    /// <summary>Down only.</summary>
    Down,
}
