namespace CustomerInsight.Models;

/// <summary>How a classifier's log-odds become chances that come true as often as they say.</summary>
public enum CalibrationKind
{
    /// <summary>Not at all: the log-odds are taken as they are.</summary>
    None,

    /// <summary>By a line in the log-odds (Platt): right for a few hundred rows too.</summary>
    Platt,

    /// <summary>By rising steps: of any shape, for a thousand rows and more.</summary>
    Isotonic,
}
