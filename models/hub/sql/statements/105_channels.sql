SELECT channel FROM quarterdeck.channels() AS channel
