import DefaultTheme from 'vitepress/theme'
import './facies.css'

export default DefaultTheme
