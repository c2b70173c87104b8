using IdentitySample;

namespace CustomerInsight.EndToEnd.Tests;

public sealed class IdentitySampleTests
{
    [Fact]
    public async Task Run_WithoutFiles_TellsTheWholeStory()
    {
        (int code, string screen, string error) = await RunAsync();

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("it would be: Joined", screen, StringComparison.Ordinal);
        Assert.Contains("retract: ", screen, StringComparison.Ordinal);
        Assert.Contains("entries: sound", screen, StringComparison.Ordinal);
        Assert.Contains("the same to the last byte", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 2, "Usage")]
    [InlineData("no-such-file.csv", 1, "no-such-file.csv")]
    public async Task Run_WhatCannotBeUsed_IsToldAndNothingElse(string argument, int expected, string told)
    {
        (int code, _, string error) = await RunAsync(argument);

        Assert.Equal(expected, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter();
        using var error = new StringWriter();
        return (await IdentityProgram.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
