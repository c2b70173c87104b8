namespace CustomerInsight.Models;

/// <summary>Which way a prediction may go as a feature rises, all else equal.</summary>
public enum MonotoneDirection
{
    /// <summary>The event may become likelier, never less likely.</summary>
    Rising,

    /// <summary>The event may become less likely, never likelier.</summary>
    Falling,
}
