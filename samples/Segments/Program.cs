using SegmentsSample;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

return await SegmentsProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);
