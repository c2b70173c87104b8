namespace CustomerInsight.Testing;

/// <summary>How a synthetic source writes telephone numbers. Chinese numbers always carry +86.</summary>
public enum SyntheticPhoneStyle
{
    /// <summary>+44 7911 123456.</summary>
    International,

    /// <summary>07911123456.</summary>
    National,

    /// <summary>07911 123 456.</summary>
    NationalSpaced,
}
